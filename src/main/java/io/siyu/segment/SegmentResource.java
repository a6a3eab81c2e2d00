package io.siyu.segment;

import io.siyu.platform.http.ETags;
import io.siyu.platform.idempotency.Idempotent;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.security.Role;
import io.siyu.staff.caller.Caller;
import io.siyu.staff.caller.Member;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

@Path("/")
@Tag(name = "segments")
public class SegmentResource {
    private final SegmentService service;
    private final Caller caller;

    public SegmentResource(SegmentService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @Path("/shops/{shop}/segments")
    @ResponseStatus(201)
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Operation(summary = "Saves a filter over buyers under a name")
    public SegmentResponse save(Id shop, @Valid @NotNull CreateSegmentRequest request) {
        Member member = caller.member(shop);
        return service.save(member.shopId(), request, member.username());
    }

    @GET
    @Path("/shops/{shop}/segments")
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Operation(summary = "The shop's segments")
    public Page<SegmentResponse> list(Id shop, @BeanParam @Valid PageRequest page) {
        return service.list(caller.member(shop).shopId(), page);
    }

    @POST
    @Path("/shops/{shop}/segments/preview")
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Operation(summary = "Whom a filter finds now; 400 tells where it is no filter and what was expected")
    public SegmentPreviewResponse preview(Id shop, @Valid @NotNull PreviewSegmentRequest request) {
        return service.preview(caller.member(shop).shopId(), request.filter());
    }

    @GET
    @Path("/segments/{segment}")
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Operation(summary = "One segment, with its version as ETag")
    public RestResponse<SegmentResponse> get(Id segment) {
        SegmentResponse response = SegmentResponse.from(found(segment));
        return ETags.ok(response, response.version());
    }

    @PATCH
    @Path("/segments/{segment}")
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Operation(summary = "Renames a segment or changes its filter; needs If-Match")
    public RestResponse<SegmentResponse> update(
            Id segment, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull UpdateSegmentRequest request) {
        SegmentResponse response = service.update(found(segment), ifMatch, request);
        return ETags.ok(response, response.version());
    }

    @DELETE
    @Path("/segments/{segment}")
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Operation(summary = "Removes a segment that no campaign and no post to come uses; needs If-Match")
    public void remove(Id segment, @HeaderParam("If-Match") String ifMatch) {
        service.remove(found(segment), ifMatch);
    }

    private Segment found(Id id) {
        return caller.find(shops -> service.find(shops, id)).thing();
    }
}

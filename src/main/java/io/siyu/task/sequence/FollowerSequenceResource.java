package io.siyu.task.sequence;

import io.siyu.platform.audit.Audited;
import io.siyu.platform.http.ETags;
import io.siyu.platform.idempotency.Idempotent;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.security.Role;
import io.siyu.staff.caller.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

@Path("/")
@Tag(name = "follower sequences")
public class FollowerSequenceResource {
    private final FollowerSequenceService service;
    private final Caller caller;

    public FollowerSequenceResource(FollowerSequenceService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @Path("/shops/{shop}/follower-sequences")
    @ResponseStatus(201)
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Audited("follower-sequence.make")
    @Operation(summary = "Plans private messages by days since joining, or to the day on which the buyer is due")
    public FollowerSequenceResponse make(Id shop, @Valid @NotNull CreateFollowerSequenceRequest request) {
        return service.make(caller.member(shop), request);
    }

    @GET
    @Path("/shops/{shop}/follower-sequences")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "The shop's follower sequences")
    public Page<FollowerSequenceResponse> list(Id shop, @BeanParam @Valid PageRequest page) {
        return service.list(caller.member(shop).shopId(), page);
    }

    @GET
    @Path("/follower-sequences/{sequence}")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "One follower sequence, with its version as ETag")
    public RestResponse<FollowerSequenceResponse> get(Id sequence) {
        FollowerSequenceResponse response = service.get(sequence);
        return ETags.ok(response, response.version());
    }

    @PATCH
    @Path("/follower-sequences/{sequence}")
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Audited("follower-sequence.change")
    @Operation(summary = "Changes what a follower sequence sends from now on; needs If-Match")
    public RestResponse<FollowerSequenceResponse> update(
            Id sequence,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull UpdateFollowerSequenceRequest request) {
        FollowerSequenceResponse response = service.update(sequence, ifMatch, request);
        return ETags.ok(response, response.version());
    }

    @GET
    @Path("/follower-sequences/{sequence}/occurrences")
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Operation(summary = "What became of each step for each follower, the latest day first")
    public Page<SequenceOccurrenceResponse> listOccurrences(Id sequence, @BeanParam @Valid PageRequest page) {
        return service.listOccurrences(sequence, page);
    }
}

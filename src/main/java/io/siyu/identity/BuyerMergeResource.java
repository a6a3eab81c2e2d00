package io.siyu.identity;

import io.siyu.platform.audit.Audited;
import io.siyu.platform.idempotency.Idempotent;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.security.Role;
import io.siyu.staff.caller.Caller;
import io.siyu.staff.caller.Found;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import java.net.URI;

@Path("/")
@Tag(name = "buyers")
public class BuyerMergeResource {
    private final BuyerMergeService service;
    private final Caller caller;

    public BuyerMergeResource(BuyerMergeService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @GET
    @Path("/shops/{shop}/buyer-merges")
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Operation(summary = "Buyers that orders or somebody proved to be one, newest first")
    public Page<BuyerMergeResponse> list(Id shop, @BeanParam @Valid PageRequest page) {
        return service.list(caller.member(shop).shopId(), page);
    }

    @POST
    @Idempotent
    @Path("/shops/{shop}/buyer-merges")
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Audited("buyer-merge.make")
    @Operation(summary = "Makes one buyer of two: orders, keys and follower of the gone one go to the kept one")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BuyerMergeResponse.class)))
    public RestResponse<BuyerMergeResponse> make(Id shop, @Valid @NotNull CreateBuyerMergeRequest request) {
        BuyerMergeResponse made = service.make(caller.member(shop), request);
        return RestResponse.ResponseBuilder.<BuyerMergeResponse>created(URI.create("buyer-merges/" + made.id()))
                .entity(made)
                .build();
    }

    @GET
    @Path("/buyer-merges/{merge}")
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Operation(summary = "One merge")
    public BuyerMergeResponse get(Id merge) {
        return found(merge).thing();
    }

    @PUT
    @Path("/buyer-merges/{merge}/undoing")
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Audited("buyer-merge.undo")
    @Operation(summary = "Undoes a merge; it is not made again by itself")
    public BuyerMergeResponse undo(Id merge, @Valid @NotNull UndoBuyerMergeRequest request) {
        return service.undo(found(merge).member(), merge.value(), request);
    }

    private Found<BuyerMergeResponse> found(Id merge) {
        return caller.find(shops -> service.find(shops, merge.value()), BuyerMergeResponse::shopId);
    }
}

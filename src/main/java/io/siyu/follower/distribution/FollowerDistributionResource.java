package io.siyu.follower.distribution;

import io.siyu.platform.http.Accepted;
import io.siyu.platform.idempotency.Idempotent;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.security.Role;
import io.siyu.staff.caller.Caller;
import io.siyu.staff.caller.Found;
import io.siyu.staff.caller.Member;
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

@Path("/")
@Tag(name = "followers")
public class FollowerDistributionResource {
    private final FollowerDistributionService service;
    private final Caller caller;

    public FollowerDistributionResource(FollowerDistributionService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @POST
    @Path("/shops/{shop}/follower-distributions")
    @Idempotent
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Operation(
            summary =
                    "Shares candidates out over accounts and opens the tasks of adding them, in the background; one at a"
                            + " time")
    @APIResponse(
            responseCode = "202",
            description = "Accepted",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FollowerDistributionResponse.class)))
    public RestResponse<FollowerDistributionResponse> distribute(
            Id shop, @Valid @NotNull DistributeFollowersRequest request) {
        Member member = caller.member(shop);
        FollowerDistributionResponse job = service.request(member.shopId(), member.staffId(), request);
        return Accepted.job(job, "follower-distributions", job.id());
    }

    @GET
    @Path("/shops/{shop}/follower-distributions")
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Operation(summary = "The shop's distributions, newest first")
    public Page<FollowerDistributionResponse> list(Id shop, @BeanParam @Valid PageRequest page) {
        return service.list(caller.member(shop).shopId(), page);
    }

    @GET
    @Path("/follower-distributions/{id}")
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Operation(summary = "How a distribution goes, what each account got, and who was left and why")
    public FollowerDistributionResponse get(Id id) {
        return found(id).thing();
    }

    @PUT
    @Path("/follower-distributions/{id}/cancellation")
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Operation(summary = "Stops a distribution behind its current batch; who was given by then stays given")
    public FollowerDistributionResponse cancel(Id id) {
        return service.cancel(found(id).member(), id.value());
    }

    private Found<FollowerDistributionResponse> found(Id id) {
        return caller.find(shops -> service.find(shops, id.value()), FollowerDistributionResponse::shopId);
    }
}

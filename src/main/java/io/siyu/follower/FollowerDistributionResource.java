package io.siyu.follower;

import io.siyu.platform.idempotency.Idempotent;
import io.siyu.platform.ids.Id;
import io.siyu.platform.security.Role;
import io.siyu.staff.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

@Path("/shops/{shop}/follower-distributions")
@Tag(name = "followers")
public class FollowerDistributionResource {
    private final FollowerDistributionService service;
    private final Caller caller;

    public FollowerDistributionResource(FollowerDistributionService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Operation(summary = "Shares candidates out over accounts and opens the tasks of adding them")
    public FollowerDistributionResponse distribute(Id shop, @Valid @NotNull DistributeFollowersRequest request) {
        return service.distribute(caller.member(shop).shop(), request);
    }
}

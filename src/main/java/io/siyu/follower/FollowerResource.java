package io.siyu.follower;

import io.siyu.platform.http.ETags;
import io.siyu.platform.ids.Id;
import io.siyu.platform.security.Role;
import io.siyu.staff.caller.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;

@Path("/followers/{follower}")
@Tag(name = "followers")
public class FollowerResource {
    private final FollowerService service;
    private final Caller caller;

    public FollowerResource(FollowerService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "One follower, with its version as ETag")
    public RestResponse<FollowerResponse> get(Id follower) {
        return answer(service.get(caller, follower.value()));
    }

    @PATCH
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "Moves a follower along or to another account, or describes it; needs If-Match")
    public RestResponse<FollowerResponse> update(
            Id follower, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull UpdateFollowerRequest request) {
        return answer(service.update(caller, follower.value(), ifMatch, request));
    }

    private static RestResponse<FollowerResponse> answer(FollowerResponse response) {
        return ETags.ok(response, response.version());
    }
}

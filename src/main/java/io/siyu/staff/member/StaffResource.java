package io.siyu.staff.member;

import io.siyu.platform.audit.Audited;
import io.siyu.platform.http.ETags;
import io.siyu.platform.idempotency.Idempotent;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.security.Role;
import io.siyu.staff.Staff;
import io.siyu.staff.StaffStatus;
import io.siyu.staff.caller.Caller;
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
import jakarta.ws.rs.QueryParam;

@Path("/")
@Tag(name = "staff")
public class StaffResource {
    private final StaffService service;
    private final Caller caller;

    public StaffResource(StaffService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @POST
    @Path("/shops/{shop}/staff")
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed(Role.ADMIN)
    @Audited("staff.invite")
    @Operation(summary = "Invites a person into the shop: the first login under the username becomes the member")
    public StaffResponse invite(Id shop, @Valid @NotNull CreateStaffRequest request) {
        return service.answer(service.invite(caller.member(shop).shopId(), request));
    }

    @GET
    @Path("/shops/{shop}/staff")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "Who works in the shop or is invited; those who left only if asked for")
    public Page<StaffResponse> list(
            Id shop, @QueryParam("status") StaffStatus status, @BeanParam @Valid PageRequest page) {
        return service.list(caller.member(shop).shopId(), status, page);
    }

    @GET
    @Path("/staff/{staff}")
    @RolesAllowed(Role.ADMIN)
    @Operation(summary = "One member of a shop, with the version as ETag")
    public RestResponse<StaffResponse> get(Id staff) {
        StaffResponse response = service.answer(found(staff));
        return ETags.ok(response, response.version());
    }

    @PATCH
    @Path("/staff/{staff}")
    @RolesAllowed(Role.ADMIN)
    @Audited("staff.change")
    @Operation(summary = "Changes a member's name, roles or weekly hours, deactivates or takes back; needs If-Match")
    public RestResponse<StaffResponse> update(
            Id staff, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull UpdateStaffRequest request) {
        Staff found = found(staff);
        StaffResponse response = service.update(found.shopId(), found.id(), ifMatch, request);
        return ETags.ok(response, response.version());
    }

    @DELETE
    @Path("/staff/{staff}")
    @RolesAllowed(Role.ADMIN)
    @Audited("staff.remove")
    @Operation(summary = "Takes a person out of this one shop; what was done there stays with the name")
    public void remove(Id staff) {
        Staff found = found(staff);
        service.remove(found.shopId(), found.id());
    }

    private Staff found(Id staff) {
        return caller.find(shops -> service.find(shops, staff.value())).thing();
    }
}

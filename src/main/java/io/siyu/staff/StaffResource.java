package io.siyu.staff;

import io.siyu.platform.idempotency.Idempotent;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.security.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

@Path("/shops/{shop}/staff")
@Tag(name = "staff")
public class StaffResource {
    private final StaffService service;
    private final Caller caller;

    public StaffResource(StaffService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed(Role.ADMIN)
    @Operation(summary = "Takes a person into the shop")
    public StaffResponse hire(Id shop, @Valid @NotNull CreateStaffRequest request) {
        long shopId = caller.member(shop).shopId();
        return StaffResponse.from(service.hire(shopId, request));
    }

    @GET
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "Who works in the shop")
    public Page<StaffResponse> list(Id shop, @BeanParam @Valid PageRequest page) {
        return service.list(caller.member(shop).shopId(), page);
    }
}

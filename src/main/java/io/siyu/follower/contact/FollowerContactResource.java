package io.siyu.follower.contact;

import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.security.Role;
import io.siyu.staff.caller.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/followers/{follower}/contacts")
@Tag(name = "contacts")
public class FollowerContactResource {
    private final LedgerService service;
    private final Caller caller;

    public FollowerContactResource(LedgerService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "The private messages that a follower got, newest first")
    public Page<FollowerContactResponse> list(Id follower, @BeanParam @Valid PageRequest page) {
        return service.contacts(caller, follower, page);
    }
}

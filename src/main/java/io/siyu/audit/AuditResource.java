package io.siyu.audit;

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

@Path("/shops/{shop}/audit-events")
@Tag(name = "audit")
public class AuditResource {
    private final AuditEvents events;
    private final Caller caller;

    AuditResource(AuditEvents events, Caller caller) {
        this.events = events;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.ADMIN)
    @Operation(summary = "What admins and marketers did, newest first: by act, person, thing and day")
    public Page<AuditEventResponse> list(Id shop, @BeanParam AuditQuery query, @BeanParam @Valid PageRequest page) {
        return events.list(caller.member(shop).shop(), query, page);
    }
}

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
import jakarta.ws.rs.QueryParam;

import java.time.LocalDate;

@Path("/shops/{shop}/breaches")
@Tag(name = "contacts")
public class BreachResource {
    private final LedgerService service;
    private final Caller caller;

    public BreachResource(LedgerService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Operation(summary = "What was done over a limit, newest first")
    public Page<BreachResponse> list(
            Id shop,
            @QueryParam("from") LocalDate from,
            @QueryParam("to") LocalDate to,
            @BeanParam @Valid PageRequest page) {
        return service.breaches(caller, shop, from, to, page);
    }
}

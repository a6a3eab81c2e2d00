package io.siyu.buyer;

import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.security.Role;
import io.siyu.staff.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import java.time.LocalDate;

@Path("/shops/{shop}/contact-reveals")
@Tag(name = "buyers")
public class ContactRevealResource {
    private final ContactReveals reveals;
    private final Caller caller;

    ContactRevealResource(ContactReveals reveals, Caller caller) {
        this.reveals = reveals;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.ADMIN)
    @Operation(summary = "Who looked at whose contact, newest first: by person and day")
    public Page<ContactRevealResponse> list(
            Id shop,
            @QueryParam("staff") Id staff,
            @QueryParam("from") LocalDate from,
            @QueryParam("to") LocalDate to,
            @BeanParam @Valid PageRequest page) {
        return reveals.list(caller.member(shop).shop(), staff == null ? null : staff.value(), from, to, page);
    }
}

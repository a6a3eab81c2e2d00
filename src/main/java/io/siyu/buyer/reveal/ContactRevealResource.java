package io.siyu.buyer.reveal;

import io.siyu.buyer.BuyerService;
import io.siyu.platform.audit.Audited;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.security.Role;
import io.siyu.staff.caller.Caller;
import io.siyu.staff.caller.Member;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import java.time.LocalDate;

@Path("/")
@Tag(name = "buyers")
public class ContactRevealResource {
    private final ContactReveals reveals;
    private final ContactService contacts;
    private final BuyerService buyers;
    private final Caller caller;

    ContactRevealResource(ContactReveals reveals, ContactService contacts, BuyerService buyers, Caller caller) {
        this.reveals = reveals;
        this.contacts = contacts;
        this.buyers = buyers;
        this.caller = caller;
    }

    @GET
    @Path("/shops/{shop}/contact-reveals")
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

    @POST
    @Path("/buyers/{id}/contact-reveals")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Audited("buyer.reveal-contact")
    @Operation(summary = "The buyer's contact unmasked; who looked at it is kept")
    public RestResponse<ContactResponse> reveal(Id id) {
        Member member =
                caller.find(shops -> buyers.shopOf(shops, id.value()), Id::of).member();
        return RestResponse.ResponseBuilder.ok(contacts.reveal(member, id.value()))
                .header("Cache-Control", "no-store")
                .build();
    }
}

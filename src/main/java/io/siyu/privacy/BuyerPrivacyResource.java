package io.siyu.privacy;

import io.siyu.buyer.BuyerService;
import io.siyu.platform.audit.Audited;
import io.siyu.platform.download.Download;
import io.siyu.platform.download.Downloads;
import io.siyu.platform.ids.Id;
import io.siyu.platform.security.Role;
import io.siyu.privacy.erasure.ErasureResponse;
import io.siyu.staff.caller.Caller;
import io.siyu.staff.caller.Member;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

@Path("/")
@Tag(name = "buyers")
public class BuyerPrivacyResource {
    private final BuyerPrivacyService service;
    private final BuyerService buyers;
    private final Downloads downloads;
    private final Caller caller;

    public BuyerPrivacyResource(BuyerPrivacyService service, BuyerService buyers, Downloads downloads, Caller caller) {
        this.downloads = downloads;
        this.service = service;
        this.buyers = buyers;
        this.caller = caller;
    }

    @GET
    @Path("/buyers/{id}/export")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Audited("buyer.export")
    @Operation(summary = "All that is known of the person, in clear; who took it is kept")
    public RestResponse<Download> export(Id id) {
        Member member = member(id);
        return downloads.named("buyer-" + id + ".json", () -> service.export(member, id.value()));
    }

    @PUT
    @Path("/buyers/{id}/opt-out")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Audited("buyer.opt-out")
    @Operation(summary = "The person is never contacted again, by any account; staff record it for their own followers")
    public OptOutResponse optOut(Id id, @Valid @NotNull OptOutRequest request) {
        return service.optOut(member(id), id.value(), request);
    }

    @DELETE
    @Path("/buyers/{id}")
    @RolesAllowed(Role.ADMIN)
    @Audited("buyer.erase")
    @Operation(summary = "Erases the person: the orders stay and count, nothing tells any more whose they were")
    public void erase(Id id) {
        service.erase(member(id), id.value());
    }

    @GET
    @Path("/buyers/{id}/erasure")
    @RolesAllowed(Role.ADMIN)
    @Operation(summary = "How far the erasure of a buyer is, and where texts named the person")
    public ErasureResponse erasure(Id id) {
        return service.erasure(member(id), id.value());
    }

    private Member member(Id id) {
        return caller.find(shops -> buyers.shopOf(shops, id.value()), Id::of).member();
    }
}

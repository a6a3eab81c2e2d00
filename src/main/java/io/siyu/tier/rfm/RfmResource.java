package io.siyu.tier.rfm;

import io.siyu.platform.ids.Id;
import io.siyu.platform.security.Role;
import io.siyu.staff.caller.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/shops/{shop}/rfm")
@Tag(name = "tiers")
public class RfmResource {
    private final RfmService service;
    private final Caller caller;

    public RfmResource(RfmService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Operation(summary = "How purchasing buyers spread over recency, frequency and money, scored by fifths")
    public RfmResponse get(Id shop) {
        return service.of(caller.member(shop).shopId());
    }
}

package io.siyu.cycle;

import io.siyu.buyer.Tier;
import io.siyu.platform.ids.Id;
import io.siyu.platform.security.Role;
import io.siyu.staff.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import java.time.LocalDate;

@Path("/shops/{shop}/repurchase-cycle")
@Tag(name = "cycle")
public class CycleResource {
    private final CycleService service;
    private final Caller caller;

    public CycleResource(CycleService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Operation(summary = "How often buyers buy again, and what that rests on")
    public CycleResponse get(
            Id shop,
            @QueryParam("scope") @DefaultValue("auto") CycleScope scope,
            @QueryParam("tier") Tier tier,
            @QueryParam("asOf") LocalDate asOf) {
        long shopId = caller.require(shop, Role.ADMIN, Role.MARKETER).shopId();
        return service.cycleOf(shopId, scope == null ? CycleScope.AUTO : scope, tier, asOf);
    }
}

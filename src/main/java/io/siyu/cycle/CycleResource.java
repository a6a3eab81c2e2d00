package io.siyu.cycle;

import io.siyu.platform.audit.Audited;
import io.siyu.platform.download.Download;
import io.siyu.platform.download.Downloads;
import io.siyu.platform.ids.Id;
import io.siyu.platform.security.Role;
import io.siyu.staff.caller.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

@Path("/shops/{shop}/repurchase-cycle")
@Tag(name = "cycle")
public class CycleResource {
    private final CycleService service;
    private final CycleCsvService csv;
    private final Downloads downloads;
    private final Caller caller;

    public CycleResource(CycleService service, CycleCsvService csv, Downloads downloads, Caller caller) {
        this.downloads = downloads;
        this.service = service;
        this.csv = csv;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Operation(summary = "How often buyers buy again, and what that rests on")
    public CycleResponse get(Id shop, @BeanParam CycleFilter filter) {
        return service.cycleOf(caller.member(shop).shopId(), filter);
    }

    @GET
    @Path("/buyers.csv")
    @Produces("text/csv; charset=UTF-8")
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Audited("buyers.export")
    @Operation(summary = "The buyers behind a cycle, each with the days it was measured on")
    public RestResponse<Download> buyers(Id shop, @BeanParam CycleFilter filter) {
        long shopId = caller.member(shop).shopId();
        return downloads.named("cycle-buyers.csv", () -> csv.of(shopId, filter));
    }
}

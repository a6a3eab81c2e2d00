package io.siyu.tier.list;

import io.siyu.platform.audit.Audited;
import io.siyu.platform.download.Download;
import io.siyu.platform.download.Downloads;
import io.siyu.platform.ids.Id;
import io.siyu.platform.security.Role;
import io.siyu.shop.Shop;
import io.siyu.staff.caller.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;

import java.time.Clock;
import java.time.LocalDate;

@Path("/shops/{shop}/buyers.csv")
@Tag(name = "tiers")
public class BuyerCsvResource {
    private final BuyerCsvService csv;
    private final Downloads downloads;
    private final Caller caller;
    private final Clock clock;

    public BuyerCsvResource(BuyerCsvService csv, Downloads downloads, Caller caller, Clock clock) {
        this.downloads = downloads;
        this.csv = csv;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Produces("text/csv; charset=UTF-8")
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Audited("buyers.export")
    @Operation(summary = "Every buyer with what the tier rests on, as of a day")
    public RestResponse<Download> get(Id shop, @QueryParam("asOf") LocalDate asOf) {
        Shop found = caller.member(shop).shop();
        LocalDate day = asOf == null ? found.today(clock) : asOf;
        return downloads.named("buyers-" + day + ".csv", () -> csv.asOf(found, day));
    }
}

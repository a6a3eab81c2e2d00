package io.siyu.forecast.fit;

import io.siyu.buyer.BuyerResponse;
import io.siyu.buyer.BuyerService;
import io.siyu.platform.http.Accepted;
import io.siyu.platform.idempotency.Idempotent;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.security.Role;
import io.siyu.staff.caller.Caller;
import io.siyu.staff.caller.Member;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

@Path("/")
@Tag(name = "forecast")
public class ForecastResource {
    private final ForecastService service;
    private final BuyerService buyers;
    private final Caller caller;

    public ForecastResource(ForecastService service, BuyerService buyers, Caller caller) {
        this.service = service;
        this.buyers = buyers;
        this.caller = caller;
    }

    @GET
    @Path("/buyers/{id}/forecast")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF, Role.INTEGRATION})
    @Operation(summary = "When and how often the buyer is expected again, and what to spend")
    public BuyerForecastResponse ofBuyer(Id id) {
        Member member =
                caller.find(shops -> buyers.shopOf(shops, id.value()), Id::of).member();
        Long owner = member.isOnlyStaff() ? member.staffId() : null;
        BuyerResponse buyer =
                buyers.portrait(member.shopId(), id.value(), owner).buyer();
        return service.ofBuyer(member.shop(), buyer);
    }

    @GET
    @Path("/shops/{shop}/forecast")
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Operation(summary = "What the shop's forecasts rest on: data, parameters, calibration and error")
    public ForecastResponse ofShop(Id shop) {
        return service.ofShop(caller.member(shop).shopId());
    }

    @POST
    @Idempotent
    @Path("/shops/{shop}/forecast-fits")
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Operation(summary = "Fits the shop's forecast model anew, in the background")
    @APIResponse(
            responseCode = "202",
            description = "Accepted",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ForecastFitResponse.class)))
    public RestResponse<ForecastFitResponse> queue(Id shop) {
        Member member = caller.member(shop);
        ForecastFitResponse fit = service.queue(member.shop(), member.username());
        return Accepted.job(fit, "forecast-fits", fit.id());
    }

    @GET
    @Path("/shops/{shop}/forecast-fits")
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Operation(summary = "The shop's fits, newest first")
    public Page<ForecastFitResponse> list(Id shop, @BeanParam @Valid PageRequest page) {
        return service.list(caller.member(shop).shopId(), page);
    }

    @GET
    @Path("/forecast-fits/{id}")
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Operation(summary = "How a fit goes and what it found")
    public ForecastFitResponse get(Id id) {
        return caller.find(shops -> service.find(shops, id.value()), ForecastFitResponse::shopId)
                .thing();
    }
}

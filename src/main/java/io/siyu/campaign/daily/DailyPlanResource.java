package io.siyu.campaign.daily;

import io.siyu.platform.audit.Audited;
import io.siyu.platform.http.ETags;
import io.siyu.platform.idempotency.Idempotent;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.security.Role;
import io.siyu.staff.caller.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import java.time.LocalDate;

@Path("/")
@Tag(name = "daily plans")
public class DailyPlanResource {
    private final DailyPlanService service;
    private final Caller caller;

    public DailyPlanResource(DailyPlanService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @Path("/shops/{shop}/daily-plans")
    @ResponseStatus(201)
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Audited("daily-plan.make")
    @Operation(summary = "Plans what is posted from day to day; its posts are made some days ahead")
    public DailyPlanResponse make(Id shop, @Valid @NotNull CreateDailyPlanRequest request) {
        return service.make(caller.member(shop), request);
    }

    @GET
    @Path("/shops/{shop}/daily-plans")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "The shop's daily plans")
    public Page<DailyPlanResponse> list(Id shop, @BeanParam @Valid PageRequest page) {
        return service.list(caller.member(shop).shopId(), page);
    }

    @GET
    @Path("/daily-plans/{plan}")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "One daily plan, with its version as ETag")
    public RestResponse<DailyPlanResponse> get(Id plan) {
        DailyPlanResponse response = service.get(plan);
        return ETags.ok(response, response.version());
    }

    @PATCH
    @Path("/daily-plans/{plan}")
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Audited("daily-plan.change")
    @Operation(summary = "Changes a daily plan, and what of it nobody has touched; needs If-Match")
    public RestResponse<DailyPlanResponse> update(
            Id plan, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull UpdateDailyPlanRequest request) {
        DailyPlanResponse response = service.update(plan, ifMatch, request);
        return ETags.ok(response, response.version());
    }

    @GET
    @Path("/daily-plans/{plan}/occurrences")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "The times of a daily plan, and what became of each")
    public Page<DailyOccurrenceResponse> listOccurrences(
            Id plan,
            @QueryParam("from") LocalDate from,
            @QueryParam("to") LocalDate to,
            @BeanParam @Valid PageRequest page) {
        return service.listOccurrences(plan, from, to, page);
    }
}

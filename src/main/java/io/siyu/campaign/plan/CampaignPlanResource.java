package io.siyu.campaign.plan;

import io.siyu.platform.idempotency.Idempotent;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.security.Role;
import io.siyu.staff.caller.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import java.time.LocalDate;

@Path("/")
@Tag(name = "campaign plan")
public class CampaignPlanResource {
    private final CampaignPlanService service;
    private final Caller caller;

    public CampaignPlanResource(CampaignPlanService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @GET
    @Path("/marketing-nodes")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "The days on which Chinese shops sell together, by day")
    public Page<NodeResponse> nodes(@QueryParam("from") LocalDate from, @QueryParam("to") LocalDate to) {
        return new Page<>(service.listNodes(from, to), null);
    }

    @POST
    @Idempotent
    @Path("/shops/{shop}/campaign-plans")
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Operation(
            summary = "Plans campaigns from the cadence and the marketing nodes, and shows what accepting would change")
    public PlanResponse plan(Id shop, @Valid @NotNull PlanRequest request) {
        return service.plan(caller.member(shop), request);
    }

    @GET
    @Path("/shops/{shop}/campaign-plans")
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Operation(summary = "The plans that were accepted, with the values they were made by, the latest first")
    public Page<AcceptedPlanResponse> list(Id shop, @BeanParam PageRequest page) {
        return service.listAccepted(caller.member(shop).shopId(), page);
    }
}

package io.siyu.campaign;

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
@Tag(name = "campaigns")
public class CampaignResource {
    private final CampaignService service;
    private final Caller caller;

    public CampaignResource(CampaignService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @Path("/shops/{shop}/campaigns")
    @ResponseStatus(201)
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Operation(summary = "Drafts a campaign")
    public CampaignResponse draft(Id shop, @Valid @NotNull CreateCampaignRequest request) {
        return service.draft(caller.member(shop), request);
    }

    @GET
    @Path("/shops/{shop}/campaigns")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "The shop's campaigns by first day")
    public Page<CampaignResponse> list(
            Id shop,
            @QueryParam("status") CampaignStatus status,
            @QueryParam("from") LocalDate from,
            @QueryParam("to") LocalDate to,
            @BeanParam @Valid PageRequest page) {
        return service.list(caller.member(shop).shop(), status, from, to, page);
    }

    @GET
    @Path("/campaigns/{campaign}")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "One campaign, with its version as ETag")
    public RestResponse<CampaignResponse> get(Id campaign) {
        CampaignResponse response = service.get(campaign);
        return ETags.ok(response, response.version());
    }

    @PATCH
    @Path("/campaigns/{campaign}")
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Operation(summary = "Changes a campaign, which makes a new revision to approve; needs If-Match")
    public RestResponse<CampaignResponse> update(
            Id campaign, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull UpdateCampaignRequest request) {
        CampaignResponse response = service.update(campaign, ifMatch, request);
        return ETags.ok(response, response.version());
    }
}

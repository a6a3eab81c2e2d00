package io.siyu.campaign.lifecycle;

import io.siyu.campaign.CampaignResponse;
import io.siyu.platform.audit.Audited;
import io.siyu.platform.http.ETags;
import io.siyu.platform.idempotency.Idempotent;
import io.siyu.platform.ids.Id;
import io.siyu.platform.language.Language;
import io.siyu.platform.paging.Page;
import io.siyu.platform.security.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;

/** The way of a campaign from one status to the next. */
@Path("/")
@Tag(name = "campaigns")
public class LifecycleResource {
    private final LifecycleService service;

    public LifecycleResource(LifecycleService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @Path("/campaigns/{campaign}/transitions")
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Audited("campaign.move")
    @Operation(summary = "Takes a campaign one status on, or cancels it; 409 names every unmet gate")
    public RestResponse<CampaignResponse> move(Id campaign, @Valid @NotNull TransitionRequest request) {
        CampaignResponse response = service.move(campaign, request);
        return ETags.ok(response, response.version());
    }

    @GET
    @Path("/campaigns/{campaign}/transitions")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "The campaign's way so far, with reasons and overridden gates")
    public Page<TransitionResponse> transitions(Id campaign) {
        return new Page<>(service.listTransitions(campaign), null);
    }

    @GET
    @Path("/campaigns/{campaign}/gates")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "What keeps the campaign from its next status")
    public GatesResponse gates(Id campaign, @Context HttpHeaders headers) {
        return service.gates(campaign, Language.of(headers));
    }
}

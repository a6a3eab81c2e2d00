package io.siyu.campaign.repetition;

import io.siyu.campaign.CampaignResponse;
import io.siyu.platform.idempotency.Idempotent;
import io.siyu.platform.ids.Id;
import io.siyu.platform.security.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import java.util.List;

@Path("/")
@Tag(name = "campaigns")
@RolesAllowed({Role.ADMIN, Role.MARKETER})
public class RepetitionResource {
    private final RepetitionService service;

    public RepetitionResource(RepetitionService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @Path("/campaigns/{campaign}/repetitions")
    @ResponseStatus(201)
    @Operation(
            summary =
                    "Drafts the next of an ended campaign, with its posts in their scripts' newest versions and what it taught")
    public RepetitionResponse repeat(Id campaign, @Valid @NotNull RepeatCampaignRequest request) {
        return service.repeat(campaign, request);
    }

    @GET
    @Path("/campaigns/{campaign}/repetitions")
    @Operation(summary = "The campaigns that repeat this one")
    public List<CampaignResponse> list(Id campaign) {
        return service.list(campaign);
    }
}

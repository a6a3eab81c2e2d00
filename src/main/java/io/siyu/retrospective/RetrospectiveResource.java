package io.siyu.retrospective;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignAccess;
import io.siyu.platform.ids.Id;
import io.siyu.platform.security.Role;
import io.siyu.staff.Found;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

@Path("/")
@Tag(name = "retrospective")
@RolesAllowed({Role.ADMIN, Role.MARKETER})
public class RetrospectiveResource {
    private final RetrospectiveService service;
    private final CampaignAccess access;

    public RetrospectiveResource(RetrospectiveService service, CampaignAccess access) {
        this.service = service;
        this.access = access;
    }

    @GET
    @Path("/campaigns/{campaign}/live")
    @Operation(summary = "How far the campaign is, by hour and by account")
    public LiveResponse live(Id campaign) {
        Found<Campaign> found = access.campaign(campaign);
        return service.live(found.member().shop(), found.thing());
    }

    @GET
    @Path("/campaigns/{campaign}/retrospective")
    @Operation(summary = "What the campaign did, against plan and against who was held out")
    public RetrospectiveResponse retrospective(Id campaign) {
        Found<Campaign> found = access.campaign(campaign);
        return service.retrospective(found.member().shop(), found.thing());
    }

    @PUT
    @Path("/campaigns/{campaign}/retrospective/lessons")
    @Operation(summary = "Writes down what an ended campaign taught")
    public LessonsResponse learn(Id campaign, @Valid @NotNull SaveLessonsRequest request) {
        return service.learn(access.campaign(campaign).thing(), request);
    }
}

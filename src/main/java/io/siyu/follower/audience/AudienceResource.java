package io.siyu.follower.audience;

import io.siyu.platform.audit.Audited;
import io.siyu.platform.idempotency.Idempotent;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.security.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

/** Whom a campaign is for. */
@Path("/")
@Tag(name = "campaigns")
public class AudienceResource {
    private final AudienceService service;
    private final AudienceRefreshService refreshes;

    public AudienceResource(AudienceService service, AudienceRefreshService refreshes) {
        this.service = service;
        this.refreshes = refreshes;
    }

    @GET
    @Path("/campaigns/{campaign}/audience")
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Operation(
            summary =
                    "How many are in a campaign's audience, held out or left out, by account, tier, variant and reason;"
                            + " before READY as it would be now")
    public AudienceResponse audience(Id campaign) {
        return service.get(campaign);
    }

    @GET
    @Path("/campaigns/{campaign}/audience/members")
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Operation(summary = "Who they are")
    public Page<AudienceMemberResponse> members(
            Id campaign,
            @QueryParam("state") AudienceState state,
            @QueryParam("account") Id account,
            @QueryParam("variant") @Size(max = 40) String variant,
            @BeanParam @Valid PageRequest page) {
        return service.members(campaign, state, account, variant, page);
    }

    @POST
    @Idempotent
    @Path("/campaigns/{campaign}/audience-refreshes")
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Audited("campaign.refresh-audience")
    @Operation(
            summary = "Brings a fixed audience up to date, for a reason, and touches undone work only; dryRun shows the"
                    + " difference")
    public RefreshResponse refresh(Id campaign, @Valid @NotNull RefreshRequest request) {
        return refreshes.refresh(campaign, request);
    }
}

package io.siyu.campaign.change;

import io.siyu.platform.audit.Audited;
import io.siyu.platform.idempotency.Idempotent;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Page;
import io.siyu.platform.security.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

@Path("/")
@Tag(name = "campaigns")
public class ChangeResource {
    private final ChangeService service;

    public ChangeResource(ChangeService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @Path("/campaigns/{campaign}/changes")
    @ResponseStatus(201)
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Audited("campaign.propose-change")
    @Operation(
            summary =
                    "Proposes a change of a campaign that is under way; it takes effect once its revision is approved")
    public ChangeResponse propose(Id campaign, @Valid @NotNull ProposeChangeRequest request) {
        return service.propose(campaign, request);
    }

    @GET
    @Path("/campaigns/{campaign}/changes")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "All changes while it was under way, with what each post was before, oldest first")
    public Page<ChangeResponse> list(Id campaign) {
        return new Page<>(service.list(campaign), null);
    }

    @PUT
    @Path("/campaigns/{campaign}/changes/{change}/withdrawal")
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Audited("campaign.withdraw-change")
    @Operation(summary = "Takes a change back that waits for its approvals")
    public ChangeResponse withdraw(Id campaign, Id change, @Valid @NotNull WithdrawChangeRequest request) {
        return service.withdraw(campaign, change, request);
    }
}

package io.siyu.campaign.preparation;

import io.siyu.platform.idempotency.Idempotent;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Page;
import io.siyu.platform.security.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

@Path("/")
@Tag(name = "preparation")
@RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
public class PreparationResource {
    private final PreparationService service;

    public PreparationResource(PreparationService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @Path("/campaigns/{campaign}/preparations")
    @Operation(summary = "Sets one item of the preparation list: how far it is, whose, and by when")
    public PreparationResponse prepare(Id campaign, @Valid @NotNull PreparationRequest request) {
        return service.prepare(campaign, request);
    }

    @GET
    @Path("/campaigns/{campaign}/preparations")
    @Operation(summary = "The preparation list")
    public Page<PreparationResponse> preparations(Id campaign) {
        return new Page<>(service.listPreparations(campaign), null);
    }
}

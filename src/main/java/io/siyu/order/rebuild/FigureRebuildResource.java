package io.siyu.order.rebuild;

import io.siyu.platform.http.Accepted;
import io.siyu.platform.idempotency.Idempotent;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.security.Role;
import io.siyu.staff.caller.Caller;
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
@Tag(name = "cycle")
public class FigureRebuildResource {
    private final FigureRebuildService service;
    private final Caller caller;

    public FigureRebuildResource(FigureRebuildService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @Path("/shops/{shop}/figure-rebuilds")
    @RolesAllowed(Role.ADMIN)
    @Operation(summary = "Works all sums and figures out from the orders again, in the background; one at a time")
    @APIResponse(
            responseCode = "202",
            description = "Accepted",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FigureRebuildResponse.class)))
    public RestResponse<FigureRebuildResponse> request(Id shop) {
        FigureRebuildResponse rebuild = service.request(caller.member(shop));
        return Accepted.job(rebuild, "figure-rebuilds", rebuild.id());
    }

    @GET
    @Path("/shops/{shop}/figure-rebuilds")
    @RolesAllowed(Role.ADMIN)
    @Operation(summary = "The shop's rebuilds, newest first")
    public Page<FigureRebuildResponse> list(Id shop, @BeanParam @Valid PageRequest page) {
        return service.list(caller.member(shop).shopId(), page);
    }

    @GET
    @Path("/figure-rebuilds/{id}")
    @RolesAllowed(Role.ADMIN)
    @Operation(summary = "How a rebuild goes, and whether anything was wrong")
    public FigureRebuildResponse get(Id id) {
        return caller.find(shops -> service.find(shops, id.value()), FigureRebuildResponse::shopId)
                .thing();
    }
}

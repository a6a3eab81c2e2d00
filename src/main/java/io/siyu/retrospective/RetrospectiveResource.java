package io.siyu.retrospective;

import io.siyu.platform.ids.Id;
import io.siyu.platform.security.Role;
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
    private final LiveService live;

    public RetrospectiveResource(RetrospectiveService service, LiveService live) {
        this.service = service;
        this.live = live;
    }

    @GET
    @Path("/campaigns/{campaign}/live")
    @Operation(summary = "How far the campaign is against its plan, by hour and by account")
    public LiveResponse live(Id campaign) {
        return live.of(campaign);
    }

    @GET
    @Path("/campaigns/{campaign}/retrospective")
    @Operation(summary = "What the campaign did, against plan and against who was held out")
    public RetrospectiveResponse retrospective(Id campaign) {
        return service.retrospective(campaign);
    }

    @PUT
    @Path("/campaigns/{campaign}/retrospective/lessons")
    @Operation(summary = "Writes down what an ended campaign taught")
    public LessonsResponse learn(Id campaign, @Valid @NotNull SaveLessonsRequest request) {
        return service.learn(campaign, request);
    }
}

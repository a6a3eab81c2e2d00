package io.siyu.retrospective;

import io.siyu.platform.ids.Id;
import io.siyu.platform.security.Role;
import io.siyu.staff.caller.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

@Path("/")
@Tag(name = "retrospective")
@RolesAllowed({Role.ADMIN, Role.MARKETER})
public class RetrospectiveResource {
    private final RetrospectiveService service;
    private final LiveService live;
    private final ComparisonService comparisons;
    private final Caller caller;

    public RetrospectiveResource(
            RetrospectiveService service, LiveService live, ComparisonService comparisons, Caller caller) {
        this.service = service;
        this.live = live;
        this.comparisons = comparisons;
        this.caller = caller;
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

    @GET
    @Path("/shops/{shop}/campaign-comparisons")
    @Operation(summary = "Up to ten campaigns side by side, by what their retrospectives say")
    public ComparisonResponse compare(Id shop, @QueryParam("campaigns") String campaigns) {
        return comparisons.of(caller.member(shop).shop(), campaigns);
    }

    @PUT
    @Path("/campaigns/{campaign}/retrospective/lessons")
    @Operation(summary = "Writes down what an ended campaign taught")
    public LessonsResponse learn(Id campaign, @Valid @NotNull SaveLessonsRequest request) {
        return service.learn(campaign, request);
    }
}

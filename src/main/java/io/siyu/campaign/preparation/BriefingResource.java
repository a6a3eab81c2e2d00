package io.siyu.campaign.preparation;

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

@Path("/campaigns/{campaign}/briefings")
@Tag(name = "preparation")
@RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
public class BriefingResource {
    private final BriefingService service;

    public BriefingResource(BriefingService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Operation(summary = "Holds the next briefing round, on the latest content revision")
    public BriefingResponse brief(Id campaign, @Valid @NotNull BriefingRequest request) {
        return service.brief(campaign, request);
    }

    @GET
    @Operation(summary = "The briefing rounds, with who acknowledged and who has not, and what was asked")
    public Page<BriefingResponse> briefings(Id campaign) {
        return new Page<>(service.listBriefings(campaign), null);
    }

    @POST
    @Idempotent
    @Path("/{round}/acknowledgements")
    @ResponseStatus(201)
    @Operation(summary = "The caller has understood the briefing round")
    public BriefingResponse acknowledge(Id campaign, int round) {
        return service.acknowledge(campaign, round);
    }

    @POST
    @Idempotent
    @Path("/{round}/questions")
    @ResponseStatus(201)
    @Operation(summary = "Asks what is not understood")
    public BriefingResponse.Question ask(Id campaign, int round, @Valid @NotNull QuestionRequest request) {
        return service.ask(campaign, round, request);
    }

    @PUT
    @Path("/{round}/questions/{question}/answer")
    @Operation(summary = "Answers a question, once")
    public BriefingResponse.Question answer(
            Id campaign, int round, Id question, @Valid @NotNull AnswerRequest request) {
        return service.answer(campaign, round, question, request);
    }
}

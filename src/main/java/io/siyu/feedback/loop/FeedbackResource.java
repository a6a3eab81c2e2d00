package io.siyu.feedback.loop;

import io.siyu.feedback.FeedbackFilter;
import io.siyu.feedback.FeedbackStatus;
import io.siyu.platform.http.ETags;
import io.siyu.platform.idempotency.Idempotent;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.security.Role;
import io.siyu.staff.caller.Caller;
import io.siyu.staff.caller.Member;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import java.time.Clock;
import java.time.Instant;

@Path("/")
@Tag(name = "feedback")
public class FeedbackResource {
    private final FeedbackService service;
    private final Caller caller;
    private final Clock clock;

    public FeedbackResource(FeedbackService service, Caller caller, Clock clock) {
        this.service = service;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Idempotent
    @Path("/shops/{shop}/feedback")
    @ResponseStatus(201)
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "Reports what a follower said or what went wrong")
    public FeedbackResponse report(Id shop, @Valid @NotNull CreateFeedbackRequest request) {
        return service.report(caller.member(shop), request);
    }

    @GET
    @Path("/shops/{shop}/feedback")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "Feedback, newest first; staff see what they reported or answer for")
    public Page<FeedbackResponse> list(
            Id shop,
            @QueryParam("mine") @DefaultValue("false") boolean mine,
            @QueryParam("status") FeedbackStatus status,
            @QueryParam("kind") String kind,
            @QueryParam("campaign") Id campaign,
            @QueryParam("overdue") @DefaultValue("false") boolean overdue,
            @BeanParam @Valid PageRequest page) {
        Member member = caller.member(shop);
        Instant overdueAt = overdue ? clock.instant() : null;
        return service.list(member, FeedbackFilter.of(member, mine, status, kind, campaign, overdueAt), page);
    }

    @GET
    @Path("/feedback/{feedback}")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "One feedback with its way so far, and its version as ETag")
    public RestResponse<FeedbackDetailResponse> get(Id feedback) {
        FeedbackDetailResponse response = service.get(feedback);
        return ETags.ok(response, response.feedback().version());
    }

    @PATCH
    @Path("/feedback/{feedback}")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "Rewords a feedback that nobody has triaged, by its reporter; needs If-Match")
    public RestResponse<FeedbackResponse> reword(
            Id feedback, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull UpdateFeedbackRequest request) {
        FeedbackResponse response = service.reword(feedback, ifMatch, request);
        return ETags.ok(response, response.version());
    }

    @PUT
    @Path("/feedback/{feedback}/triage")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "Names who answers for it and by when; by marketers, admins and its owner")
    public FeedbackResponse triage(Id feedback, @Valid @NotNull TriageFeedbackRequest request) {
        return service.triage(feedback, request);
    }

    @PUT
    @Path("/feedback/{feedback}/action")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "Says what came of it, with its object; by marketers, admins and its owner")
    public FeedbackResponse act(Id feedback, @Valid @NotNull ActOnFeedbackRequest request) {
        return service.act(feedback, request);
    }

    @PUT
    @Path("/feedback/{feedback}/confirmation")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "Closes the loop, by who reported it, or by another marketer after three days")
    public FeedbackResponse confirm(Id feedback) {
        return service.confirm(feedback);
    }

    @PUT
    @Path("/feedback/{feedback}/reopening")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(
            summary =
                    "Is not content with what came of it, by who reported it, or by another marketer after three days")
    public FeedbackResponse reopen(Id feedback, @Valid @NotNull ReopenFeedbackRequest request) {
        return service.reopen(feedback, request);
    }
}

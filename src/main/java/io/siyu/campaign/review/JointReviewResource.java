package io.siyu.campaign.review;

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
@Tag(name = "joint review")
@RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
public class JointReviewResource {
    private final JointReviewService service;

    public JointReviewResource(JointReviewService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @Path("/campaigns/{campaign}/reviews")
    @ResponseStatus(201)
    @Operation(summary = "Reviews the latest content revision; a member's last decision counts")
    public ReviewResponse review(Id campaign, @Valid @NotNull ReviewRequest request) {
        return service.review(campaign, request);
    }

    @GET
    @Path("/campaigns/{campaign}/reviews")
    @Operation(summary = "All reviews, of all revisions, oldest first")
    public Page<ReviewResponse> reviews(Id campaign) {
        return new Page<>(service.listReviews(campaign), null);
    }

    @POST
    @Idempotent
    @Path("/campaigns/{campaign}/objections")
    @ResponseStatus(201)
    @Operation(summary = "Objects, until the campaign has ended; before READY that blocks until it is resolved")
    public ObjectionResponse object(Id campaign, @Valid @NotNull ObjectionRequest request) {
        return service.object(campaign, request);
    }

    @GET
    @Path("/campaigns/{campaign}/objections")
    @Operation(summary = "All objections, oldest first")
    public Page<ObjectionResponse> objections(Id campaign) {
        return new Page<>(service.listObjections(campaign), null);
    }

    @PUT
    @Path("/campaigns/{campaign}/objections/{objection}/resolution")
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Operation(summary = "Says how an objection was resolved")
    public ObjectionResponse resolve(Id campaign, Id objection, @Valid @NotNull ResolutionRequest request) {
        return service.resolve(campaign, objection, request);
    }
}

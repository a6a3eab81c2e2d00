package io.siyu.campaign.comment;

import io.siyu.platform.idempotency.Idempotent;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.security.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

@Path("/campaigns/{campaign}/comments")
@Tag(name = "campaigns")
@RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
public class CommentResource {
    private final CommentService service;

    public CommentResource(CommentService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @Operation(summary = "Says something about the campaign, a post, or a line of it")
    public CommentResponse write(Id campaign, @Valid @NotNull CommentRequest request) {
        return service.write(campaign, request);
    }

    @GET
    @Operation(summary = "What was said, oldest first")
    public Page<CommentResponse> list(Id campaign, @BeanParam @Valid PageRequest page) {
        return service.list(campaign, page);
    }
}

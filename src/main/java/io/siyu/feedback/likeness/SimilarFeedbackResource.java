package io.siyu.feedback.likeness;

import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Page;
import io.siyu.platform.security.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/feedback/{feedback}/similar")
@Tag(name = "feedback")
public class SimilarFeedbackResource {
    private final SimilarFeedbackService service;

    public SimilarFeedbackResource(SimilarFeedbackService service) {
        this.service = service;
    }

    @GET
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(
            summary =
                    "Open feedback that may say the same, ten at most: of the same kind about the same thing, or in like words")
    public Page<SimilarFeedbackResponse> list(Id feedback) {
        return new Page<>(service.list(feedback), null);
    }
}

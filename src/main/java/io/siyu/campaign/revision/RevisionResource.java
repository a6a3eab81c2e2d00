package io.siyu.campaign.revision;

import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.security.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

@Path("/campaigns/{campaign}/revisions")
@Tag(name = "campaigns")
@RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
public class RevisionResource {
    private final RevisionService service;

    public RevisionResource(RevisionService service) {
        this.service = service;
    }

    @GET
    @Operation(summary = "The campaign's content revisions, oldest first")
    public Page<RevisionResponse> list(Id campaign, @BeanParam @Valid PageRequest page) {
        return service.list(campaign, page);
    }

    @GET
    @Path("/{number}/difference")
    @Operation(summary = "What changed from this content revision to another, by default the latest")
    public DifferenceResponse difference(Id campaign, int number, @QueryParam("to") Integer to) {
        return service.difference(campaign, number, to);
    }
}

package io.siyu.campaign.timeline;

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

@Path("/campaigns/{campaign}/timeline")
@Tag(name = "campaigns")
public class TimelineResource {
    private final TimelineService service;

    public TimelineResource(TimelineService service) {
        this.service = service;
    }

    @GET
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "All that happened to the campaign and was said about it, oldest first")
    public Page<TimelineResponse> list(Id campaign, @BeanParam @Valid PageRequest page) {
        return service.list(campaign, page);
    }
}

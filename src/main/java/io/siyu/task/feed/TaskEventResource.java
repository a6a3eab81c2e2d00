package io.siyu.task.feed;

import io.siyu.platform.security.Role;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

@Path("/tasks/events")
@Tag(name = "tasks")
public class TaskEventResource {
    private final TaskFeedService service;

    public TaskEventResource(TaskFeedService service) {
        this.service = service;
    }

    /** Only opening the stream reads the database on this thread; afterwards it holds none. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "What changes in my queue, as server-sent events named task")
    public Multi<OutboundSseEvent> listen(@Context Sse sse, @HeaderParam("Last-Event-ID") String lastEventId) {
        return service.listen(sse, lastEventId);
    }
}

package io.siyu.task.work;

import io.siyu.platform.audit.Audited;
import io.siyu.platform.idempotency.Idempotent;
import io.siyu.platform.ids.Id;
import io.siyu.platform.language.Language;
import io.siyu.platform.security.Role;
import io.siyu.staff.caller.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;

@Path("/")
@Tag(name = "tasks")
public class TaskBulkResource {
    private final TaskBulkService service;
    private final Caller caller;

    public TaskBulkResource(TaskBulkService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @POST
    @Path("/shops/{shop}/task-bulk-actions")
    @Idempotent
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Audited("tasks.change")
    @Operation(summary = "Hands over, skips or puts off many tasks, each as by itself; at most 1,000 a call")
    public TaskBulkResponse act(Id shop, @Valid @NotNull TaskBulkRequest request, @Context HttpHeaders headers) {
        return service.act(caller.member(shop), request, Language.of(headers));
    }
}

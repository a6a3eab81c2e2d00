package io.siyu.task.work;

import io.siyu.platform.idempotency.Idempotent;
import io.siyu.platform.paging.Page;
import io.siyu.platform.security.Role;
import io.siyu.task.queue.TaskResponse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

@Path("/task-claims")
@Tag(name = "tasks")
public class TaskClaimResource {
    private final TaskClaimService claims;

    public TaskClaimResource(TaskClaimService claims) {
        this.claims = claims;
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "Claims the most urgent open tasks of the caller and the pool")
    public Page<TaskResponse> claim(@Valid @NotNull ClaimTasksRequest request) {
        return new Page<>(claims.claimNext(request), null);
    }
}

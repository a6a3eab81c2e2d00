package io.siyu.task.work;

import io.siyu.platform.idempotency.Idempotent;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.security.Role;
import io.siyu.task.followup.AddRecipientsRequest;
import io.siyu.task.followup.FollowUpLists;
import io.siyu.task.queue.CompleteTaskRequest;
import io.siyu.task.queue.TaskDetailResponse;
import io.siyu.task.queue.TaskHistory;
import io.siyu.task.queue.TaskListRequest;
import io.siyu.task.queue.TaskPage;
import io.siyu.task.queue.TaskResponse;
import io.siyu.task.queue.TaskService;
import io.siyu.task.queue.TaskStepResponse;
import io.siyu.task.recipient.RecipientResponse;
import io.siyu.task.recipient.ReportRecipientRequest;
import io.siyu.task.recipient.TaskRecipientService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

@Path("/tasks")
@Tag(name = "tasks")
@RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
public class TaskResource {
    private final TaskService service;
    private final TaskClaimService claims;
    private final TaskWorkService work;
    private final TaskCompletionService completions;
    private final TaskUndoing undoing;
    private final TaskResults results;
    private final TaskHistory history;
    private final TaskRecipientService recipients;
    private final FollowUpLists followUps;

    public TaskResource(
            TaskService service,
            TaskClaimService claims,
            TaskWorkService work,
            TaskCompletionService completions,
            TaskUndoing undoing,
            TaskResults results,
            TaskHistory history,
            TaskRecipientService recipients,
            FollowUpLists followUps) {
        this.followUps = followUps;
        this.undoing = undoing;
        this.results = results;
        this.history = history;
        this.service = service;
        this.claims = claims;
        this.work = work;
        this.completions = completions;
        this.recipients = recipients;
    }

    @GET
    @Operation(summary = "The queue by due time and priority; without a status what can be worked on now")
    public TaskPage list(@BeanParam TaskListRequest request, @BeanParam @Valid PageRequest page) {
        return service.list(request, page);
    }

    @GET
    @Path("/{task}")
    @Operation(summary = "One task with its first recipients")
    public TaskDetailResponse get(Id task) {
        return service.get(task);
    }

    @PUT
    @Path("/{task}/claim")
    @Operation(summary = "Takes the task for the time of a lease; 409 names who has it")
    public TaskResponse claim(Id task) {
        return claims.claim(task);
    }

    @DELETE
    @Path("/{task}/claim")
    @Operation(summary = "Gives the task back")
    public TaskResponse giveBack(Id task) {
        return claims.giveBack(task);
    }

    @PUT
    @Path("/{task}/completion")
    @Operation(summary = "Reports the task done, by its holder or, for a time within the lease, by who held it")
    public TaskResponse complete(Id task, @Valid @NotNull CompleteTaskRequest request) {
        return completions.complete(task, request);
    }

    @PUT
    @Path("/{task}/skip")
    @Operation(summary = "Closes the task undone, with a reason")
    public TaskResponse skip(Id task, @Valid @NotNull SkipTaskRequest request) {
        return work.skip(task, request);
    }

    @PUT
    @Path("/{task}/snooze")
    @Operation(summary = "Puts the task off until later the same day")
    public TaskResponse snooze(Id task, @Valid @NotNull SnoozeTaskRequest request) {
        return work.snooze(task, request);
    }

    @PUT
    @Path("/{task}/handover")
    @Operation(summary = "Makes the task another person's work")
    public TaskResponse handOver(Id task, @Valid @NotNull HandOverTaskRequest request) {
        return work.handOver(task, request);
    }

    @PUT
    @Path("/{task}/undoing")
    @Operation(
            summary = "Takes back that the task was done or skipped: for 10 minutes, by who reported it or a marketer")
    public TaskResponse undo(Id task) {
        return undoing.undo(task);
    }

    @PUT
    @Path("/{task}/result")
    @Operation(summary = "Corrects what came of the task, until its campaign is closed")
    public TaskResponse correct(Id task, @Valid @NotNull CorrectResultRequest request) {
        return results.correct(task, request);
    }

    @GET
    @Path("/{task}/history")
    @Operation(summary = "What has happened to the task: who, what, when, the oldest first")
    public Page<TaskStepResponse> history(Id task, @BeanParam @Valid PageRequest page) {
        return history.of(task, page);
    }

    @GET
    @Path("/{task}/recipients")
    @Operation(summary = "Whom a private message goes to")
    public Page<RecipientResponse> listRecipients(Id task, @BeanParam @Valid PageRequest page) {
        return recipients.list(task, page);
    }

    @POST
    @Idempotent
    @Path("/{task}/recipients")
    @ResponseStatus(201)
    @Operation(summary = "Puts those who answered a post onto the list of its follow-up, by who holds that")
    public TaskDetailResponse addRecipients(Id task, @Valid @NotNull AddRecipientsRequest request) {
        return followUps.add(task, request);
    }

    @PUT
    @Path("/{task}/recipients/{follower}")
    @Operation(summary = "Reports what became of one recipient's message and renews the lease")
    public RecipientResponse report(Id task, Id follower, @Valid @NotNull ReportRecipientRequest request) {
        return recipients.report(task, follower, request);
    }
}

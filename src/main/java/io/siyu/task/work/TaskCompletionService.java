package io.siyu.task.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.staff.caller.Member;
import io.siyu.task.DeviceTime;
import io.siyu.task.Task;
import io.siyu.task.TaskChangeService;
import io.siyu.task.TaskChangeService.Step;
import io.siyu.task.TaskEventType;
import io.siyu.task.TaskReports;
import io.siyu.task.TaskStatus;
import io.siyu.task.followup.FollowUpTasks;
import io.siyu.task.queue.CompleteTaskRequest;
import io.siyu.task.queue.TaskQueries;
import io.siyu.task.queue.TaskResponse;
import io.siyu.task.recipient.RecipientReports;
import io.siyu.task.recipient.TaskRecipients;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Optional;

/** Takes in that a task is done: also from who had it when it was, though the lease is over or the task has expired. */
@ApplicationScoped
public class TaskCompletionService {
    private final TaskChangeService changes;
    private final TaskReports told;
    private final CompletionChecks checks;
    private final TaskRecipients recipients;
    private final RecipientReports reports;
    private final PublicContacts published;
    private final FriendOutcomes friends;
    private final FollowUpTasks followUps;
    private final TaskQueries queries;
    private final ObjectMapper json;

    public TaskCompletionService(
            TaskChangeService changes,
            TaskReports told,
            CompletionChecks checks,
            TaskRecipients recipients,
            RecipientReports reports,
            PublicContacts published,
            FriendOutcomes friends,
            FollowUpTasks followUps,
            TaskQueries queries,
            ObjectMapper json) {
        this.changes = changes;
        this.told = told;
        this.checks = checks;
        this.recipients = recipients;
        this.reports = reports;
        this.published = published;
        this.friends = friends;
        this.followUps = followUps;
        this.queries = queries;
        this.json = json;
    }

    /** The same completion again answers the same. */
    public TaskResponse complete(Id id, CompleteTaskRequest request) {
        String key = CompletionKey.of(request, json);
        Member member = changes.changeReported(
                id,
                (by, task, now) -> task.wasCompletedBy(by.staffId(), key)
                        ? Optional.empty()
                        : Optional.of(complete(by, task, request, key, now)));
        return queries.get(member.shopId(), id.value());
    }

    private Step complete(Member by, Task task, CompleteTaskRequest request, String key, Instant now) {
        DoneElsewhere.refuse(task);
        Instant at = DeviceTime.of(request.at(), now);
        boolean isLate = task.status() == TaskStatus.EXPIRED;
        boolean isHolder = told.requireCompletionTold(by, task, at);
        String outcome = text(new TaskResponse.Completion(
                request.result(), request.proofMaterialIds(), versionSeen(task, request), now, isLate));
        if (isHolder) {
            task.complete(by.staffId(), outcome, key, at);
        } else {
            task.completeLate(by.staffId(), outcome, key, at);
        }
        checks.require(task, request);
        follow(by, task, request, at, now);
        return new Step(TaskEventType.DONE, request.result().note());
    }

    private void follow(Member by, Task task, CompleteTaskRequest request, Instant at, Instant now) {
        switch (task.kind()) {
            case PRIVATE, FOLLOW_UP -> closeList(by, task, request, at, now);
            case MOMENT, GROUP -> {
                published.add(by, task, versionSeen(task, request), at, now);
                followUps.open(task, now);
            }
            case ADD_FRIEND ->
                friends.apply(
                        task.shopId(),
                        task.origin().followerId(),
                        request.result().outcome(),
                        by.username());
            case WELCOME -> {
                // The follower stays what it is.
            }
            case PREPARE, REVIEW, ACKNOWLEDGE, ANSWER_FEEDBACK -> throw new IllegalStateException("refused before");
        }
    }

    private static Integer versionSeen(Task task, CompleteTaskRequest request) {
        return Optional.ofNullable(request.scriptVersion())
                .orElse(task.content().scriptVersion());
    }

    /** Whoever is left needs a reason, which stands with each of them. */
    private void closeList(Member by, Task task, CompleteTaskRequest request, Instant at, Instant now) {
        reports.takeAll(by, task, request.recipients(), at, now);
        recipients.skipUnreachable(task.shopId(), task.id(), now);
        int left = recipients.countPending(task.shopId(), task.id());
        if (left == 0) {
            return;
        }
        String why = request.restReason() == null ? "" : request.restReason().strip();
        if (why.isEmpty()) {
            throw ErrorCode.VALIDATION_FAILED.problem(
                    "restReason", "Needed", left + " recipients are left: say why they were not written to.");
        }
        task.explainRest(why);
        recipients.missPending(task.shopId(), task.id(), why, now);
    }

    private String text(TaskResponse.Completion completion) {
        try {
            return json.writeValueAsString(completion);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A completion is JSON", e);
        }
    }
}

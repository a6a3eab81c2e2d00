package io.siyu.task.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.siyu.content.material.MaterialRepository;
import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.problem.Violation;
import io.siyu.staff.StaffRepository;
import io.siyu.staff.StaffStatus;
import io.siyu.staff.caller.Member;
import io.siyu.task.Task;
import io.siyu.task.TaskChangeService;
import io.siyu.task.TaskChangeService.Step;
import io.siyu.task.TaskEventType;
import io.siyu.task.TaskKind;
import io.siyu.task.queue.CompleteTaskRequest;
import io.siyu.task.queue.TaskQueries;
import io.siyu.task.queue.TaskResponse;
import io.siyu.task.recipient.RecipientTick;
import io.siyu.task.recipient.TaskRecipients;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What becomes of a task: done, skipped, put off or handed over. */
@ApplicationScoped
class TaskWorkService {
    private final TaskChangeService changes;
    private final TaskQueries queries;
    private final TaskRecipients recipients;
    private final TaskDeferral deferral;
    private final FriendOutcomes friends;
    private final MaterialRepository materials;
    private final StaffRepository staff;
    private final ObjectMapper json;

    TaskWorkService(
            TaskChangeService changes,
            TaskQueries queries,
            TaskRecipients recipients,
            TaskDeferral deferral,
            FriendOutcomes friends,
            MaterialRepository materials,
            StaffRepository staff,
            ObjectMapper json) {
        this.changes = changes;
        this.queries = queries;
        this.recipients = recipients;
        this.deferral = deferral;
        this.friends = friends;
        this.materials = materials;
        this.staff = staff;
        this.json = json;
    }

    /** Done by its holder; the same completion again answers the same. */
    TaskResponse complete(Id id, CompleteTaskRequest request) {
        String key = CompletionKey.of(request, json);
        Member member = changes.change(id, (by, task, now) -> {
            if (task.wasCompletedBy(by.staffId(), key)) {
                return Optional.empty();
            }
            task.complete(by.staffId(), outcomeOf(request), key, now);
            reject(violations(task, request));
            report(by, task, request, now);
            return Optional.of(new Step(TaskEventType.DONE, request.result().note()));
        });
        return queries.get(member.shopId(), id.value());
    }

    private void report(Member by, Task task, CompleteTaskRequest request, Instant now) {
        if (task.kind() == TaskKind.PRIVATE) {
            recipients.tickAll(task.shopId(), task.id(), request.recipients(), now);
            recipients.missPending(task.shopId(), task.id(), now);
        } else if (task.kind() == TaskKind.ADD_FRIEND) {
            friends.apply(
                    task.shopId(), task.origin().followerId(), request.result().outcome(), by.username());
        }
    }

    private List<Violation> violations(Task task, CompleteTaskRequest request) {
        TaskKind kind = task.kind();
        List<Violation> violations = new ArrayList<>();
        for (Id proof : request.proofMaterialIds()) {
            if (materials.findIn(task.shopId(), proof.value()).isEmpty()) {
                violations.add(new Violation(
                        "proofMaterialIds[" + request.proofMaterialIds().indexOf(proof) + "]",
                        "UnknownMaterial",
                        proof + " is no material of this shop."));
            }
        }
        if (kind != TaskKind.ADD_FRIEND && request.result().outcome() != null) {
            violations.add(new Violation("result.outcome", "OnlyAddFriend", "Only adding a friend has an outcome."));
        }
        if (kind != TaskKind.PRIVATE && !request.recipients().isEmpty()) {
            violations.add(new Violation("recipients", "OnlyPrivate", "Only private messages have recipients."));
        } else {
            List<Id> named =
                    request.recipients().stream().map(RecipientTick::followerId).toList();
            Set<Id> strangers = recipients.strangers(task.shopId(), task.id(), named);
            strangers.forEach(s -> violations.add(new Violation(
                    "recipients[" + named.indexOf(s) + "]", "UnknownRecipient", s + " is no recipient of this task.")));
        }
        return violations;
    }

    /** Also what others hold is safe: only its holder, or anybody while nobody holds it, may skip a task. */
    TaskResponse skip(Id id, SkipTaskRequest request) {
        Member member = changes.change(id, (by, task, now) -> {
            task.skip(by.staffId(), request.reason().strip(), now);
            recipients.missPending(task.shopId(), task.id(), now);
            return Optional.of(new Step(TaskEventType.SKIPPED, request.reason()));
        });
        return queries.get(member.shopId(), id.value());
    }

    TaskResponse snooze(Id id, SnoozeTaskRequest request) {
        Member member = changes.change(id, (by, task, now) -> {
            Instant until = deferral.check(by.shop(), task, request.until(), now);
            if (task.isSnoozedUntil(until)) {
                return Optional.empty();
            }
            task.snooze(by.staffId(), until, now);
            return Optional.of(new Step(TaskEventType.SNOOZED, until.toString()));
        });
        return queries.get(member.shopId(), id.value());
    }

    /** Staff may hand over what they hold or what nobody holds; marketers and admins anything. */
    TaskResponse handOver(Id id, HandOverTaskRequest request) {
        Member member = changes.change(id, (by, task, now) -> {
            long to = staff.lockWorking(task.shopId(), request.staffId().value())
                    .orElseThrow(() -> ErrorCode.VALIDATION_FAILED.problem(
                            "staffId", "UnknownStaff", "No such person works in this shop."));
            if (staff.findIn(task.shopId(), to).orElseThrow().statusAt(now) == StaffStatus.AWAY) {
                throw ErrorCode.VALIDATION_FAILED.problem("staffId", "Away", "This person is away now.");
            }
            if (by.isOnlyStaff()) {
                task.requireFreeFor(by.staffId(), now, "be handed over");
            }
            if (!task.status().isClosed() && task.isLeftTo(to)) {
                return Optional.empty();
            }
            task.handOver(to);
            return Optional.of(new Step(TaskEventType.HANDED_OVER, request.reason()));
        });
        // Who handed it over may not see it any more, but is told what it looks like now.
        return queries.get(member.shopId(), id.value());
    }

    private String outcomeOf(CompleteTaskRequest request) {
        try {
            return json.writeValueAsString(new TaskResponse.Completion(request.result(), request.proofMaterialIds()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A completion is JSON", e);
        }
    }

    private static void reject(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw ErrorCode.VALIDATION_FAILED.problem("The completion does not fit the task.", violations);
        }
    }
}

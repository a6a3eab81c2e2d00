package io.siyu.task.work;

import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.staff.StaffRepository;
import io.siyu.staff.StaffStatus;
import io.siyu.staff.caller.Member;
import io.siyu.task.TaskChangeService;
import io.siyu.task.TaskChangeService.Step;
import io.siyu.task.TaskChangeService.Verb;
import io.siyu.task.TaskEventType;
import io.siyu.task.queue.TaskQueries;
import io.siyu.task.queue.TaskResponse;
import io.siyu.task.recipient.TaskRecipients;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** What becomes of a task that is not done: skipped, put off or handed over. */
@ApplicationScoped
class TaskWorkService {
    private final TaskChangeService changes;
    private final TaskQueries queries;
    private final TaskRecipients recipients;
    private final TaskDeferral deferral;
    private final StaffRepository staff;

    TaskWorkService(
            TaskChangeService changes,
            TaskQueries queries,
            TaskRecipients recipients,
            TaskDeferral deferral,
            StaffRepository staff) {
        this.changes = changes;
        this.queries = queries;
        this.recipients = recipients;
        this.deferral = deferral;
        this.staff = staff;
    }

    /** Also what others hold is safe: only its holder, or anybody while nobody holds it, may skip a task. */
    TaskResponse skip(Id id, SkipTaskRequest request) {
        Member member = changes.change(id, skipping(request.reason()));
        return queries.get(member.shopId(), id.value());
    }

    Verb skipping(String why) {
        return (by, task, now) -> {
            String reason = why.strip();
            task.skip(by.staffId(), reason, now);
            recipients.missPending(task.shopId(), task.id(), reason, now);
            return Optional.of(new Step(TaskEventType.SKIPPED, why));
        };
    }

    TaskResponse snooze(Id id, SnoozeTaskRequest request) {
        Member member = changes.change(id, puttingOff(request.until()));
        return queries.get(member.shopId(), id.value());
    }

    Verb puttingOff(OffsetDateTime wanted) {
        return (by, task, now) -> {
            Instant until = deferral.check(by.shop(), task, wanted, now);
            if (task.isSnoozedUntil(until)) {
                return Optional.empty();
            }
            task.snooze(by.staffId(), until, now);
            return Optional.of(new Step(TaskEventType.SNOOZED, until.toString()));
        };
    }

    /** Staff may hand over what they hold or what nobody holds; marketers and admins anything. */
    TaskResponse handOver(Id id, HandOverTaskRequest request) {
        Member member = changes.change(id, handingOver(request.staffId(), request.reason()));
        // Who handed it over may not see it any more, but is told what it looks like now.
        return queries.get(member.shopId(), id.value());
    }

    Verb handingOver(Id toStaff, String reason) {
        return (by, task, now) -> {
            DoneElsewhere.refuse(task);
            long to = staff.lockWorking(task.shopId(), toStaff.value())
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
            return Optional.of(new Step(TaskEventType.HANDED_OVER, reason));
        };
    }
}

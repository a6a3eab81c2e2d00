package io.siyu.task.work;

import io.siyu.follower.contact.Contact;
import io.siyu.follower.contact.ContactLedger;
import io.siyu.platform.ids.Id;
import io.siyu.platform.language.Wording;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.sql.Sql;
import io.siyu.staff.caller.Member;
import io.siyu.task.Task;
import io.siyu.task.TaskChangeService;
import io.siyu.task.TaskChangeService.Step;
import io.siyu.task.TaskEventType;
import io.siyu.task.TaskKind;
import io.siyu.task.TaskStatus;
import io.siyu.task.duty.DutySources;
import io.siyu.task.followup.FollowUpTasks;
import io.siyu.task.limit.WaitingMoments;
import io.siyu.task.queue.TaskQueries;
import io.siyu.task.queue.TaskResponse;
import io.siyu.task.recipient.RecipientReports;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Takes back that a task was done or skipped: for ten minutes, by who said so or who plans the work (R13). What was told of
 * each recipient before stays a fact; what came with the completion is open again.
 */
@ApplicationScoped
class TaskUndoing {
    private static final Duration SECOND_THOUGHTS = Duration.ofMinutes(10);

    private final TaskChangeService changes;
    private final RecipientReports reports;
    private final ContactLedger ledger;
    private final WaitingMoments moments;
    private final FollowUpTasks followUps;
    private final DutySources duties;
    private final TaskQueries queries;
    private final Sql sql;

    TaskUndoing(
            TaskChangeService changes,
            RecipientReports reports,
            ContactLedger ledger,
            WaitingMoments moments,
            FollowUpTasks followUps,
            DutySources duties,
            TaskQueries queries,
            Sql sql) {
        this.changes = changes;
        this.reports = reports;
        this.ledger = ledger;
        this.moments = moments;
        this.followUps = followUps;
        this.duties = duties;
        this.queries = queries;
        this.sql = sql;
    }

    private record Closing(TaskEventType type, Instant at, Long by) {}

    /**
     * Undone again it stays undone.
     *
     * @throws io.siyu.platform.problem.ProblemException 409 for what is neither done nor skipped, or was longer ago; 403
     *     for who has no part in it
     */
    TaskResponse undo(Id id) {
        Member member = changes.changeReported(id, this::undo);
        return queries.get(member.shopId(), id.value());
    }

    private Optional<Step> undo(Member by, Task task, Instant now) {
        Closing last = last(task).orElse(null);
        boolean isUndone = last != null && last.type() == TaskEventType.UNDONE;
        if (isUndone && !task.status().isClosed()) {
            return Optional.empty();
        }
        boolean isClosing = task.status() == TaskStatus.DONE || task.status() == TaskStatus.SKIPPED;
        if (!isClosing || last == null) {
            throw ErrorCode.STATE_CONFLICT.problem("A task that is " + task.status() + " has nothing to be undone.");
        }
        requireOwn(by, last);
        requireFresh(last, now);
        TaskStatus before = task.status();
        takeBack(by, task, before, last, now);
        task.reopen(now);
        return Optional.of(new Step(TaskEventType.UNDONE, null));
    }

    private void takeBack(Member by, Task task, TaskStatus before, Closing last, Instant now) {
        if (before == TaskStatus.DONE) {
            DoneElsewhere.refuse(task);
        }
        if (task.kind().isDoneElsewhere()) {
            duties.requireAsked(task);
        }
        if (task.kind().hasRecipients()) {
            LocalDate day = LocalDate.ofInstant(task.opensAt(), by.shop().zone());
            reports.reopen(task, last.at(), day);
        }
        if (before == TaskStatus.DONE && (task.kind() == TaskKind.MOMENT || task.kind() == TaskKind.GROUP)) {
            ledger.takeBack(task.shopId(), task.id(), Contact.EVERYBODY);
            followUps.withdraw(task, now);
        }
        if (before == TaskStatus.DONE
                && task.kind() == TaskKind.MOMENT
                && task.origin().accountId() != null) {
            moments.wake(task.shopId(), task, now);
        }
        if (before == TaskStatus.DONE && task.kind() == TaskKind.ADD_FRIEND) {
            throw ErrorCode.STATE_CONFLICT.problem(
                    Wording.of("The follower has moved on by it: correct it at the follower.", "粉丝状态已随之变更，请在粉丝处更正。"));
        }
    }

    private static void requireOwn(Member by, Closing last) {
        if (by.isOnlyStaff() && (last.by() == null || last.by() != by.staffId())) {
            throw ErrorCode.FORBIDDEN.problem(
                    Wording.of("It is undone by who reported it, or by a marketer.", "只能由报告人或运营撤销。"));
        }
    }

    private static void requireFresh(Closing last, Instant now) {
        if (now.isAfter(last.at().plus(SECOND_THOUGHTS))) {
            throw ErrorCode.STATE_CONFLICT.problem(Wording.of(
                    "What was reported can be undone for 10 minutes; then it is a fact.", "只能在 10 分钟内撤销，之后即为事实。"));
        }
    }

    private Optional<Closing> last(Task task) {
        return sql.first(
                "SELECT type, at, by_staff_id FROM task_event WHERE shop_id = ? AND task_id = ?"
                        + " AND type IN ('DONE', 'SKIPPED', 'UNDONE') ORDER BY at DESC, id DESC LIMIT 1",
                row -> new Closing(
                        row.enumAt("type", TaskEventType.class),
                        row.instantAt("at"),
                        row.nullableLongAt("by_staff_id")),
                task.shopId(),
                task.id());
    }
}

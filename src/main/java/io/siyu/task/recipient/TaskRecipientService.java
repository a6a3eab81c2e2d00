package io.siyu.task.recipient;

import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.sql.Sql;
import io.siyu.staff.caller.Member;
import io.siyu.task.TaskChangeService;
import io.siyu.task.TaskConfig;
import io.siyu.task.TaskScope;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Working through the recipients of a private message. */
@ApplicationScoped
public class TaskRecipientService {
    private final TaskScope scope;
    private final TaskRecipients recipients;
    private final TaskChangeService changes;
    private final TaskConfig config;
    private final Clock clock;
    private final Sql sql;

    TaskRecipientService(
            TaskScope scope,
            TaskRecipients recipients,
            TaskChangeService changes,
            TaskConfig config,
            Clock clock,
            Sql sql) {
        this.scope = scope;
        this.recipients = recipients;
        this.changes = changes;
        this.config = config;
        this.clock = clock;
        this.sql = sql;
    }

    public Page<RecipientResponse> list(Id task, PageRequest page) {
        return recipients.list(scope.find(task).member().shopId(), task.value(), page);
    }

    /** Ticks one follower off. Done once for each of some hundred, so it is two small updates and no more. */
    public RecipientResponse tick(Id task, Id follower, TickRecipientRequest request) {
        if (request.state() == RecipientState.MISSED) {
            throw ErrorCode.VALIDATION_FAILED.problem(
                    "state", "NotByHand", "MISSED is what remains when the task is closed.");
        }
        Member member = scope.find(task).member();
        RecipientTick tick = new RecipientTick(follower, request.state(), request.note());
        boolean ticked = Contention.inTransaction(() -> tick(member, task.value(), tick));
        if (!ticked) {
            refuse(member.shopId(), task, follower);
        }
        return recipients.get(member.shopId(), task.value(), follower.value());
    }

    private boolean tick(Member by, long taskId, RecipientTick tick) {
        Instant now = clock.instant();
        return recipients.tick(by.shopId(), taskId, by.staffId(), tick, now) && extendLease(by, taskId, now);
    }

    /** Only when a third of the lease is gone: not every tick needs to touch the task. */
    private boolean extendLease(Member by, long taskId, Instant now) {
        Instant until = now.plus(config.lease());
        sql.update(
                "UPDATE task SET lease_until = ?, wake_at = ?, version = version + 1 WHERE shop_id = ? AND id = ?"
                        + " AND status = 'CLAIMED' AND holder_staff_id = ? AND lease_until < ?",
                until,
                until,
                by.shopId(),
                taskId,
                by.staffId(),
                until.minus(config.lease().dividedBy(3)));
        return true;
    }

    private void refuse(long shopId, Id task, Id follower) {
        Set<Id> strangers = recipients.strangers(shopId, task.value(), List.of(follower));
        if (!strangers.isEmpty()) {
            throw ErrorCode.NOT_FOUND.problem("This follower is no recipient of the task.");
        }
        // Says who holds it, or that nobody does.
        changes.change(task, (by, held, now) -> {
            held.requireHolder(by.staffId(), "be ticked off");
            return Optional.empty();
        });
    }
}

package io.siyu.task.limit;

import io.siyu.platform.sql.Sql;
import io.siyu.shop.Shop;
import io.siyu.task.ExpiryReason;
import io.siyu.task.Task;
import io.siyu.task.TaskEventType;
import io.siyu.task.TaskEvents;
import io.siyu.task.TaskRepository;
import io.siyu.task.TaskStatus;
import io.siyu.task.TaskWait;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The other moments of an account once one has gone out: what may not follow it yet waits again. */
@ApplicationScoped
public class WaitingMoments {
    private final SendingLimits limits;
    private final TaskRepository tasks;
    private final TaskEvents events;
    private final Sql sql;

    WaitingMoments(SendingLimits limits, TaskRepository tasks, TaskEvents events, Sql sql) {
        this.limits = limits;
        this.tasks = tasks;
        this.events = events;
        this.sql = sql;
    }

    /** What somebody holds is left to that person (R7). */
    public void lookAgain(Shop shop, Task posted, Instant now) {
        tasks.flush();
        List<TaskEvents.Entry> history = new ArrayList<>();
        for (Task other : tasks.listOpenMomentsOn(shop.id(), posted.origin().accountId())) {
            if (other.id() != posted.id() && !other.isOverAt(now)) {
                limits.against(shop, other, List.of(), now).ifPresent(wait -> history.add(holdBack(other, wait, now)));
            }
        }
        tasks.flush();
        events.add(history);
    }

    /** It has not gone out after all: what waits for it is looked at again by the clock. */
    public void wake(long shopId, Task notPosted, Instant now) {
        sql.update(
                "UPDATE task SET wake_at = ?, version = version + 1 WHERE shop_id = ? AND account_id = ?"
                        + " AND status = 'PLANNED' AND wait_until > ?",
                now,
                shopId,
                notPosted.origin().accountId(),
                now);
    }

    /** Puts it back into the plan, or ends it if its limits allow it no more. */
    public static TaskEvents.Entry holdBack(Task task, TaskWait wait, Instant now) {
        TaskStatus from = task.status();
        if (wait.until() == null) {
            task.expire(ExpiryReason.LIMIT, LimitWords.of(wait.limit()), now);
            return TaskEvents.Entry.byClock(task, TaskEventType.EXPIRED, from, now, LimitWords.of(wait.limit()));
        }
        task.waitFor(wait);
        return TaskEvents.Entry.byClock(task, TaskEventType.WAITING, from, now, LimitWords.of(wait.limit()));
    }
}

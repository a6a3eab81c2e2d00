package io.siyu.task.plan;

import io.siyu.follower.FollowerMoved;
import io.siyu.follower.FollowerStatus;
import io.siyu.follower.person.FollowersMerged;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.Sql;
import io.siyu.task.ExpiryReason;
import io.siyu.task.Task;
import io.siyu.task.TaskEventType;
import io.siyu.task.TaskEvents;
import io.siyu.task.TaskRepository;
import io.siyu.task.TaskStatus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Work with a follower who went up in another one, or who is not to be contacted any more, ends; a message that is still
 * to be sent goes to the one who stays. What was done stays as it was.
 */
@ApplicationScoped
class TasksOfMerged {
    private static final String MERGED = "买家已合并";

    private final Sql sql;
    private final TaskRepository tasks;
    private final TaskEvents events;
    private final Clock clock;

    TasksOfMerged(Sql sql, TaskRepository tasks, TaskEvents events, Clock clock) {
        this.sql = sql;
        this.tasks = tasks;
        this.events = events;
        this.clock = clock;
    }

    void merged(@Observes FollowersMerged event) {
        Instant now = clock.instant();
        Map<Long, Long> keptOf = new HashMap<>();
        event.pairs().forEach(pair -> keptOf.put(pair.goneFollowerId(), pair.keptFollowerId()));
        for (long follower : busy(event.shopId(), keptOf, "task", "status IN ('PLANNED', 'OPEN', 'CLAIMED')")) {
            expire(event.shopId(), follower, now);
        }
        for (long gone : busy(event.shopId(), keptOf, "task_recipient", "state = 'PENDING'")) {
            sendTo(event.shopId(), gone, keptOf.get(gone));
            skipPending(event.shopId(), gone, "MERGED", now);
        }
    }

    /** Nobody who opted out gets a message that was planned before. */
    void optedOut(@Observes FollowerMoved event) {
        if (event.to() == FollowerStatus.OPTED_OUT) {
            skipPending(event.shopId(), event.followerId(), FollowerStatus.OPTED_OUT.name(), clock.instant());
        }
    }

    private Set<Long> busy(long shopId, Map<Long, Long> keptOf, String table, String isUndone) {
        Set<Long> busy = new HashSet<>();
        for (List<Long> some : InLists.of(keptOf.keySet())) {
            busy.addAll(sql.list(
                    "SELECT DISTINCT follower_id FROM " + table + " WHERE shop_id = ? AND " + isUndone
                            + " AND follower_id IN (" + Sql.places(some.size()) + ")",
                    row -> row.longAt("follower_id"),
                    InLists.params(some, shopId)));
        }
        return busy;
    }

    private void expire(long shopId, long follower, Instant now) {
        List<TaskEvents.Entry> history = new ArrayList<>();
        for (Task task : tasks.listUndoneOfFollowers(shopId, List.of(follower))) {
            TaskStatus from = task.status();
            task.expire(ExpiryReason.MERGED, MERGED, now);
            history.add(PostTasks.entry(task, TaskEventType.EXPIRED, from, now, MERGED));
        }
        tasks.flush();
        events.add(history);
    }

    /** Only from the account that the person is on, and not twice. */
    private void sendTo(long shopId, long gone, long kept) {
        sql.update(
                "INSERT INTO task_recipient (shop_id, task_id, follower_id, buyer_id, tier, state, contact_day,"
                        + " contact_no) SELECT r.shop_id, r.task_id, f.id, f.buyer_id, r.tier, 'PENDING', r.contact_day,"
                        + " r.contact_no"
                        + " FROM task_recipient r JOIN task t ON t.shop_id = r.shop_id AND t.id = r.task_id"
                        + " JOIN follower f ON f.shop_id = r.shop_id AND f.id = ? AND f.status = 'ADDED'"
                        + " AND f.account_id = t.account_id"
                        + " WHERE r.shop_id = ? AND r.follower_id = ? AND r.state = 'PENDING' AND NOT EXISTS"
                        + " (SELECT 1 FROM task_recipient k WHERE k.shop_id = r.shop_id AND k.follower_id = f.id"
                        + " AND (k.task_id = r.task_id OR k.contact_day = r.contact_day"
                        + " AND k.contact_no = r.contact_no))",
                kept,
                shopId,
                gone);
    }

    private void skipPending(long shopId, long follower, String why, Instant now) {
        sql.update(
                "UPDATE task_recipient SET state = 'SKIPPED', note = ?, state_at = ?, contact_day = NULL"
                        + " WHERE shop_id = ? AND follower_id = ? AND state = 'PENDING'",
                why,
                now,
                shopId,
                follower);
    }
}

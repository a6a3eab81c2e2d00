package io.siyu.task.limit;

import io.siyu.follower.contact.ContactLimitChecks;
import io.siyu.follower.contact.ContactRule;
import io.siyu.follower.contact.MomentTurns;
import io.siyu.follower.contact.MomentTurns.Open;
import io.siyu.follower.contact.ReachedLimit;
import io.siyu.platform.sql.Sql;
import io.siyu.shop.Shop;
import io.siyu.task.Task;
import io.siyu.task.TaskKind;
import io.siyu.task.TaskWait;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether a task's limits allow it now (R11): contacts of the day count, and what is still open for it. What has no end to
 * its validity is not held back.
 */
@ApplicationScoped
public class SendingLimits {
    private static final String OPEN_MOMENTS =
            "SELECT id, COALESCE(claimed_at, opened_at, opens_at) AS since FROM task WHERE shop_id = ? AND account_id = ?"
                    + " AND status IN ('OPEN', 'CLAIMED') AND kind = 'MOMENT' AND valid_until IS NOT NULL";

    private final MomentTurns turns;
    private final ContactLimitChecks checks;
    private final Sql sql;

    SendingLimits(MomentTurns turns, ContactLimitChecks checks, Sql sql) {
        this.turns = turns;
        this.checks = checks;
        this.sql = sql;
    }

    /**
     * What a task has to wait for; its until is null if that does not come in time.
     *
     * @param opening moments that are being opened and are not stored as such yet
     */
    public Optional<TaskWait> against(Shop shop, Task task, Collection<Open> opening, Instant now) {
        if (task.validUntil().isEmpty()) {
            return Optional.empty();
        }
        if (task.kind() == TaskKind.MOMENT && task.origin().accountId() != null) {
            return ofMoment(shop, task, opening, now);
        }
        return task.kind().hasRecipients() ? ofMessages(shop, task, now) : Optional.empty();
    }

    private Optional<TaskWait> ofMoment(Shop shop, Task task, Collection<Open> opening, Instant now) {
        long account = task.origin().accountId();
        List<Open> open = new ArrayList<>(opening);
        open.addAll(
                sql.list(OPEN_MOMENTS, row -> new Open(row.longAt("id"), row.instantAt("since")), shop.id(), account));
        return turns.keptBy(
                        shop, account, task.id(), open, now, task.validUntil().orElseThrow())
                .map(limit -> new TaskWait(limit.rule(), limit.since(), limit.until()));
    }

    /** A list waits only if nobody on it may be written to. */
    private Optional<TaskWait> ofMessages(Shop shop, Task task, Instant now) {
        List<Long> followers = sql.list(
                "SELECT follower_id FROM task_recipient WHERE shop_id = ? AND task_id = ? AND state = 'PENDING'",
                row -> row.longAt("follower_id"),
                shop.id(),
                task.id());
        Map<Long, ReachedLimit> blocked = checks.blocked(shop, followers, now);
        if (followers.isEmpty() || blocked.size() < followers.size()) {
            return Optional.empty();
        }
        ReachedLimit first = blocked.values().stream()
                .filter(limit -> limit.until() != null)
                .min(Comparator.comparing(ReachedLimit::until))
                .orElse(null);
        // Who opted out is no limit: such a list has nobody left, and says so by itself.
        if (first == null || first.rule() == ContactRule.OPTED_OUT) {
            return Optional.empty();
        }
        boolean isInTime = first.until().isBefore(task.validUntil().orElseThrow());
        return Optional.of(new TaskWait(
                first.rule(),
                blocked.values().stream()
                        .map(ReachedLimit::since)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                isInTime ? first.until() : null));
    }
}

package io.siyu.task.work;

import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.staff.AccountPeople;
import io.siyu.staff.AccountWorker;
import io.siyu.staff.AccountWorkers;
import io.siyu.task.TaskEventType;
import io.siyu.task.TaskEvents;
import io.siyu.task.TaskStatus;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Gives undone tasks to other people, in the caller's transaction: read and locked once, then written set by set. A
 * claim stays whoever's it is until its lease ends or that person reports (R7): only whose work it is changes.
 */
@ApplicationScoped
class UndoneWork {
    private final Sql sql;
    private final TaskEvents events;
    private final AccountWorkers workers;
    private final Clock clock;

    UndoneWork(Sql sql, TaskEvents events, AccountWorkers workers, Clock clock) {
        this.sql = sql;
        this.events = events;
        this.workers = workers;
        this.clock = clock;
    }

    /** @param accountId null for work on no account */
    record Undone(long id, TaskStatus status, Long accountId, Long assignee, Long meantFor, Instant opensAt) {
        /** Whether it goes with somebody's accounts. */
        boolean isWorkOf(long ownerStaffId) {
            return meantFor != null || Objects.equals(assignee, ownerStaffId);
        }
    }

    /**
     * Who gets a task.
     *
     * @param assignee null for the pool
     * @param meantFor see {@code Task}
     * @param reason for the history; may be null
     */
    record Taker(Long assignee, Long meantFor, String reason) {
        static final Taker POOL = new Taker(null, null, null);

        static Taker of(AccountWorker worker) {
            return new Taker(worker.assigneeStaffId(), worker.meantForStaffId(), worker.reason());
        }
    }

    /** Nobody else changes them until the transaction ends. @param which a condition that the index answers */
    List<Undone> lock(long shopId, String index, SqlFragment which) {
        return sql.list(
                SqlFragment.of(
                                "SELECT id, status, account_id, assignee_staff_id, meant_for_staff_id, opens_at FROM task"
                                        + " FORCE INDEX (" + index + ") WHERE shop_id = ? AND ",
                                shopId)
                        .add(which)
                        .add(" AND status IN ('PLANNED', 'OPEN', 'CLAIMED') ORDER BY id FOR UPDATE"),
                UndoneWork::undone);
    }

    private static Undone undone(ResultRow row) throws SQLException {
        return new Undone(
                row.longAt("id"),
                row.enumAt("status", TaskStatus.class),
                row.nullableLongAt("account_id"),
                row.nullableLongAt("assignee_staff_id"),
                row.nullableLongAt("meant_for_staff_id"),
                row.instantAt("opens_at"));
    }

    /** Each to who works for its account when it is to be done: now, or when it opens. What is on none is the pool's. */
    void giveToWorkers(long shopId, List<Undone> tasks) {
        Map<Long, AccountPeople> people = workers.lock(
                shopId,
                tasks.stream().map(Undone::accountId).filter(Objects::nonNull).collect(Collectors.toSet()));
        Instant now = clock.instant();
        give(shopId, tasks, task -> {
            AccountPeople around = people.get(task.accountId());
            Instant at = task.opensAt().isAfter(now) ? task.opensAt() : now;
            return around == null ? Taker.POOL : Taker.of(around.at(at));
        });
    }

    void give(long shopId, List<Undone> tasks, Function<Undone, Taker> takerOf) {
        Map<Taker, List<Undone>> byTaker = new LinkedHashMap<>();
        tasks.forEach(task -> byTaker.computeIfAbsent(takerOf.apply(task), taker -> new ArrayList<>())
                .add(task));
        byTaker.forEach((taker, given) ->
                give(shopId, given.stream().filter(task -> !isWith(task, taker)).toList(), taker));
    }

    private static boolean isWith(Undone task, Taker taker) {
        return Objects.equals(task.assignee(), taker.assignee()) && Objects.equals(task.meantFor(), taker.meantFor());
    }

    private void give(long shopId, List<Undone> tasks, Taker taker) {
        Instant now = clock.instant();
        for (List<Undone> some : InLists.of(tasks)) {
            List<Object> params = new ArrayList<>();
            params.add(taker.assignee());
            params.add(taker.meantFor());
            params.add(shopId);
            some.forEach(task -> params.add(task.id()));
            sql.update(
                    "UPDATE task SET assignee_staff_id = ?, meant_for_staff_id = ?, version = version + 1"
                            + " WHERE shop_id = ? AND id IN (" + Sql.places(some.size()) + ")",
                    params.toArray());
            events.add(some.stream()
                    .map(task -> new TaskEvents.Entry(
                            shopId,
                            task.id(),
                            TaskEventType.HANDED_OVER,
                            task.status(),
                            task.status(),
                            now,
                            null,
                            taker.assignee(),
                            task.assignee(),
                            taker.reason()))
                    .toList());
        }
    }
}

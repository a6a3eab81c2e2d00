package io.siyu.task.work;

import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.staff.DepartureUndone;
import io.siyu.staff.StaffStoppedWorking;
import io.siyu.staff.StaffStoppedWorking.Takeover;
import io.siyu.task.TaskEventType;
import io.siyu.task.TaskEvents;
import io.siyu.task.TaskStatus;
import io.siyu.task.work.UndoneWork.Taker;
import io.siyu.task.work.UndoneWork.Undone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Whoever is given no work any more lets go of what is undone. Without anybody who takes over, it is that of who works for
 * the accounts, or the pool's, and nobody holds it: whoever is put out can report nothing. Who leaves in good order hands
 * all of it over, written down for a day so that it can go back.
 */
@ApplicationScoped
class WorkOfLeavers {
    private final Sql sql;
    private final UndoneWork undone;
    private final TaskEvents events;
    private final Clock clock;

    WorkOfLeavers(Sql sql, UndoneWork undone, TaskEvents events, Clock clock) {
        this.sql = sql;
        this.undone = undone;
        this.events = events;
        this.clock = clock;
    }

    void stopped(@Observes StaffStoppedWorking event) {
        if (event.takeover() == null) {
            releaseHeld(event);
            undone.giveToWorkers(event.shopId(), assignedTo(event.shopId(), event.staffId()));
        } else {
            handOver(event.shopId(), event.staffId(), event.takeover());
        }
    }

    private void releaseHeld(StaffStoppedWorking event) {
        List<Undone> held =
                undone
                        .lock(event.shopId(), "task_holder", SqlFragment.of("holder_staff_id = ?", event.staffId()))
                        .stream()
                        .filter(task -> task.status() == TaskStatus.CLAIMED)
                        .toList();
        sql.update(
                "UPDATE task SET status = 'OPEN', holder_staff_id = NULL, claimed_at = NULL, lease_until = NULL,"
                        + " wake_at = valid_until, version = version + 1 WHERE shop_id = ? AND holder_staff_id = ? AND status = 'CLAIMED'",
                event.shopId(),
                event.staffId());
        Instant now = clock.instant();
        events.add(held.stream()
                .map(task -> new TaskEvents.Entry(
                        event.shopId(),
                        task.id(),
                        TaskEventType.GIVEN_BACK,
                        TaskStatus.CLAIMED,
                        TaskStatus.OPEN,
                        now,
                        null,
                        task.assignee(),
                        event.staffId(),
                        null))
                .toList());
    }

    private List<Undone> assignedTo(long shopId, long staffId) {
        return undone.lock(shopId, "task_assignee", SqlFragment.of("assignee_staff_id = ?", staffId));
    }

    /** The accounts are the other one's already. */
    private void handOver(long shopId, long leaver, Takeover takeover) {
        List<Undone> onAccounts = onAccounts(shopId, takeover.accountIds());
        List<Undone> elsewhere = assignedTo(shopId, leaver).stream()
                .filter(task -> !takeover.accountIds().contains(task.accountId()))
                .toList();
        writeDown(shopId, leaver, onAccounts);
        writeDown(shopId, leaver, elsewhere);
        undone.giveToWorkers(
                shopId,
                onAccounts.stream().filter(task -> task.isWorkOf(leaver)).toList());
        undone.give(shopId, elsewhere, task -> new Taker(takeover.staffId(), task.meantFor(), null));
    }

    private List<Undone> onAccounts(long shopId, List<Long> accounts) {
        return accounts.isEmpty()
                ? List.of()
                : undone.lock(
                        shopId,
                        "task_account",
                        SqlFragment.of("account_id IN (" + Sql.places(accounts.size()) + ")", accounts.toArray()));
    }

    private void writeDown(long shopId, long leaver, List<Undone> tasks) {
        List<Object[]> rows = new ArrayList<>();
        tasks.forEach(task -> rows.add(new Object[] {shopId, leaver, task.id(), task.assignee(), task.meantFor()}));
        sql.insert(
                new Sql.Insertion(
                        "INSERT INTO task_taken_over (shop_id, leaver_staff_id, task_id, assignee_staff_id,"
                                + " meant_for_staff_id)",
                        "ON DUPLICATE KEY UPDATE assignee_staff_id = VALUES(assignee_staff_id),"
                                + " meant_for_staff_id = VALUES(meant_for_staff_id)"),
                rows);
    }

    /** What is undone and still with whoever took over goes back as it was; so does what came on the accounts since. */
    void departureUndone(@Observes DepartureUndone event) {
        long shopId = event.shopId();
        Map<Long, Taker> before = before(event);
        List<Undone> taken = undone.lock(
                shopId,
                "PRIMARY",
                SqlFragment.of(
                        "id IN (SELECT task_id FROM task_taken_over WHERE shop_id = ? AND leaver_staff_id = ?)",
                        shopId,
                        event.staffId()));
        List<Undone> since = new ArrayList<>(onAccounts(shopId, event.accountIds()));
        since.removeIf(task -> before.containsKey(task.id()) || !task.isWorkOf(event.tookOverStaffId()));
        undone.give(
                shopId,
                taken.stream().filter(task -> isStillThere(task, event)).toList(),
                task -> before.get(task.id()));
        undone.giveToWorkers(shopId, since);
        sql.update("DELETE FROM task_taken_over WHERE shop_id = ? AND leaver_staff_id = ?", shopId, event.staffId());
    }

    /** What somebody else was given meanwhile stays with that person. */
    private static boolean isStillThere(Undone task, DepartureUndone event) {
        return task.assignee() == null
                || task.assignee() == event.tookOverStaffId()
                || Objects.equals(task.meantFor(), event.tookOverStaffId());
    }

    private Map<Long, Taker> before(DepartureUndone event) {
        return sql
                .list(
                        "SELECT task_id, assignee_staff_id, meant_for_staff_id FROM task_taken_over WHERE shop_id = ?"
                                + " AND leaver_staff_id = ?",
                        row -> Map.entry(
                                row.longAt("task_id"),
                                new Taker(
                                        row.nullableLongAt("assignee_staff_id"),
                                        row.nullableLongAt("meant_for_staff_id"),
                                        null)),
                        event.shopId(),
                        event.staffId())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}

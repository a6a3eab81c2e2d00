package io.siyu.task.work;

import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;
import io.siyu.staff.StaffStoppedWorking;
import io.siyu.task.TaskEventType;
import io.siyu.task.TaskEvents;
import io.siyu.task.TaskStatus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Whoever is given no work any more lets go of what is undone: it is the shop's pool's, and nobody holds it. */
@ApplicationScoped
class WorkOfLeavers {
    private static final int PAGE = 500;

    private final Sql sql;
    private final TaskEvents events;
    private final Clock clock;

    WorkOfLeavers(Sql sql, TaskEvents events, Clock clock) {
        this.sql = sql;
        this.events = events;
        this.clock = clock;
    }

    private record Undone(long id, TaskStatus status, Long assignee) {}

    void free(@Observes StaffStoppedWorking event) {
        releaseHeld(event);
        for (TaskStatus status : List.of(TaskStatus.PLANNED, TaskStatus.OPEN, TaskStatus.CLAIMED)) {
            handToPool(event, status);
        }
    }

    private void releaseHeld(StaffStoppedWorking event) {
        List<Undone> held;
        do {
            held = list("task_holder", "holder_staff_id", event, TaskStatus.CLAIMED);
            update(
                    "status = 'OPEN', holder_staff_id = NULL, claimed_at = NULL, lease_until = NULL,"
                            + " wake_at = NULL",
                    event,
                    held);
            tell(event, held, TaskEventType.GIVEN_BACK, TaskStatus.OPEN);
        } while (held.size() == PAGE);
    }

    private void handToPool(StaffStoppedWorking event, TaskStatus status) {
        List<Undone> assigned;
        do {
            assigned = list("task_assignee", "assignee_staff_id", event, status);
            update("assignee_staff_id = NULL", event, assigned);
            tell(
                    event,
                    assigned.stream()
                            .map(t -> new Undone(t.id(), t.status(), null))
                            .toList(),
                    TaskEventType.HANDED_OVER,
                    status);
        } while (assigned.size() == PAGE);
    }

    private List<Undone> list(String index, String column, StaffStoppedWorking event, TaskStatus status) {
        return sql.list(
                "SELECT id, status, assignee_staff_id FROM task FORCE INDEX (" + index + ") WHERE shop_id = ? AND "
                        + column + " = ? AND status = ? ORDER BY due_at, priority, id LIMIT " + PAGE + " FOR UPDATE",
                WorkOfLeavers::undone,
                event.shopId(),
                event.staffId(),
                status);
    }

    private static Undone undone(ResultRow row) throws SQLException {
        return new Undone(
                row.longAt("id"), row.enumAt("status", TaskStatus.class), row.nullableLongAt("assignee_staff_id"));
    }

    private void update(String change, StaffStoppedWorking event, List<Undone> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        List<Object> params = new ArrayList<>(List.of(event.shopId()));
        tasks.forEach(task -> params.add(task.id()));
        sql.update(
                "UPDATE task SET " + change + ", version = version + 1 WHERE shop_id = ? AND id IN ("
                        + Sql.places(tasks.size()) + ")",
                params.toArray());
    }

    private void tell(StaffStoppedWorking event, List<Undone> tasks, TaskEventType type, TaskStatus to) {
        Instant now = clock.instant();
        events.add(tasks.stream()
                .map(task -> new TaskEvents.Entry(
                        event.shopId(),
                        task.id(),
                        type,
                        task.status(),
                        to,
                        now,
                        null,
                        task.assignee(),
                        event.staffId(),
                        null))
                .toList());
    }
}

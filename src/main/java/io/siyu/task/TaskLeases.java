package io.siyu.task;

import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** Who had a task when, out of its history: only asked where the task itself does not say it any more. */
@ApplicationScoped
class TaskLeases {
    private final Sql sql;

    TaskLeases(Sql sql) {
        this.sql = sql;
    }

    private record Step(TaskEventType type, TaskStatus to, Instant at, Long by, String detail) {
        boolean isClaimOf(long staffId) {
            return type == TaskEventType.CLAIMED && by != null && by == staffId;
        }

        /** A lease that ran out did so before the clock noted it. */
        Instant endOfLease() {
            if (type == TaskEventType.LEASE_LAPSED && detail != null) {
                try {
                    return Instant.parse(detail);
                } catch (DateTimeParseException e) {
                    return at;
                }
            }
            return at;
        }
    }

    /** The leases of one member of staff, the first first. */
    List<TaskLease> of(long shopId, long taskId, long staffId) {
        List<TaskLease> leases = new ArrayList<>();
        Instant from = null;
        for (Step step : steps(shopId, taskId)) {
            boolean ends = step.to() != TaskStatus.CLAIMED || step.type() == TaskEventType.CLAIMED;
            if (from != null && ends) {
                leases.add(new TaskLease(from, step.endOfLease()));
                from = null;
            }
            if (step.isClaimOf(staffId)) {
                from = step.at();
            }
        }
        if (from != null) {
            leases.add(new TaskLease(from, null));
        }
        return leases;
    }

    private List<Step> steps(long shopId, long taskId) {
        return sql.list(
                "SELECT type, to_status, at, by_staff_id, detail FROM task_event WHERE shop_id = ? AND task_id = ?"
                        + " ORDER BY at, id",
                TaskLeases::step,
                shopId,
                taskId);
    }

    private static Step step(ResultRow row) throws SQLException {
        return new Step(
                row.enumAt("type", TaskEventType.class),
                row.enumAt("to_status", TaskStatus.class),
                row.instantAt("at"),
                row.nullableLongAt("by_staff_id"),
                row.textAt("detail"));
    }
}

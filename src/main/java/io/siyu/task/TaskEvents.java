package io.siyu.task;

import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** Writes the history of tasks, in the transaction that makes it. */
@ApplicationScoped
public class TaskEvents {
    private static final int LONGEST_DETAIL = 500;
    private static final String INSERT =
            "INSERT INTO task_event (shop_id, id, task_id, type, from_status, to_status, at,"
                    + " by_staff_id, assignee_staff_id, other_staff_id, detail) VALUES (?,?,?,?,?,?,?,?,?,?,?)";

    private final Sql sql;

    TaskEvents(Sql sql) {
        this.sql = sql;
    }

    /**
     * One step of a task.
     *
     * @param by null for the clock
     * @param other somebody else in whose queue this changes something, such as who had the task before
     */
    public record Entry(
            long shopId,
            long taskId,
            TaskEventType type,
            TaskStatus from,
            TaskStatus to,
            Instant at,
            Long by,
            Long assignee,
            Long other,
            String detail) {
        /** A step that nobody took. */
        public static Entry byClock(Task task, TaskEventType type, TaskStatus from, Instant now, String detail) {
            return new Entry(
                    task.shopId(),
                    task.id(),
                    type,
                    from,
                    task.status(),
                    now,
                    null,
                    task.assigneeStaffId().orElse(null),
                    null,
                    detail);
        }

        /** The same with who had the task before, if that is somebody else. */
        public Entry after(Long assigneeBefore) {
            Long had = Objects.equals(assigneeBefore, assignee) ? other : assigneeBefore;
            return new Entry(shopId, taskId, type, from, to, at, by, assignee, had, detail);
        }
    }

    public void add(Collection<Entry> entries) {
        List<Object[]> rows = entries.stream().map(TaskEvents::row).toList();
        sql.batch(INSERT, rows);
    }

    private static Object[] row(Entry e) {
        return new Object[] {
            e.shopId(),
            Id.nextValue(),
            e.taskId(),
            e.type(),
            e.from(),
            e.to(),
            e.at(),
            e.by(),
            e.assignee(),
            e.other(),
            shortened(e.detail())
        };
    }

    private static String shortened(String text) {
        return text == null || text.length() <= LONGEST_DETAIL ? text : text.substring(0, LONGEST_DETAIL);
    }
}

package io.siyu.task.feed;

import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;
import io.siyu.task.TaskEventType;
import io.siyu.task.TaskStatus;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Reads the history of tasks by its ids, which rise with the time they were made. */
@ApplicationScoped
class TaskEventReader {
    /** Low bits of an id that are no milliseconds. */
    private static final int RANDOM_BITS = 22;

    private final Sql sql;

    TaskEventReader(Sql sql) {
        this.sql = sql;
    }

    List<TaskEventResponse> listAfter(long shopId, long afterId, int rows) {
        return sql.list(
                "SELECT * FROM task_event WHERE shop_id = ? AND id > ? ORDER BY id LIMIT ?",
                TaskEventReader::event,
                shopId,
                afterId,
                rows);
    }

    /** The id that an event of this long before another one would have at least. */
    static long before(long id, Duration earlier) {
        return Math.max(0, id - (earlier.toMillis() << RANDOM_BITS));
    }

    private static TaskEventResponse event(ResultRow row) throws SQLException {
        return new TaskEventResponse(
                Id.of(row.longAt("id")),
                Id.of(row.longAt("shop_id")),
                Id.of(row.longAt("task_id")),
                row.enumAt("type", TaskEventType.class),
                row.enumAt("from_status", TaskStatus.class),
                row.enumAt("to_status", TaskStatus.class),
                row.instantAt("at"),
                Id.ofNullable(row.nullableLongAt("by_staff_id")),
                Id.ofNullable(row.nullableLongAt("assignee_staff_id")),
                Id.ofNullable(row.nullableLongAt("other_staff_id")),
                row.textAt("detail"));
    }
}

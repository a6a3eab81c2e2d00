package io.siyu.task.queue;

import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;
import io.siyu.staff.caller.Found;
import io.siyu.task.Task;
import io.siyu.task.TaskEventType;
import io.siyu.task.TaskScope;
import io.siyu.task.TaskStatus;
import io.siyu.task.queue.TaskResponse.StaffRef;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.util.List;

/** What has happened to a task, as people read it: who, what, when. */
@ApplicationScoped
public class TaskHistory {
    private static final String STEPS = "SELECT e.*, b.display_name AS by_name, a.display_name AS assignee_name,"
            + " o.display_name AS other_name FROM task_event e"
            + " LEFT JOIN staff b ON b.shop_id = e.shop_id AND b.id = e.by_staff_id"
            + " LEFT JOIN staff a ON a.shop_id = e.shop_id AND a.id = e.assignee_staff_id"
            + " LEFT JOIN staff o ON o.shop_id = e.shop_id AND o.id = e.other_staff_id"
            + " WHERE e.shop_id = ? AND e.task_id = ? AND e.id > ? ORDER BY e.id LIMIT ?";

    private final TaskScope scope;
    private final Sql sql;

    TaskHistory(TaskScope scope, Sql sql) {
        this.scope = scope;
        this.sql = sql;
    }

    /** The oldest first. */
    public Page<TaskStepResponse> of(Id id, PageRequest page) {
        Found<Task> found = scope.findReported(id);
        long after = page.cursor(1).map(c -> c.longAt(0)).orElse(0L);
        List<TaskStepResponse> steps =
                sql.list(STEPS, TaskHistory::step, found.thing().shopId(), id.value(), after, page.rowsToRead());
        return Page.of(steps, page.limit(), step -> Cursor.of(step.id()));
    }

    private static TaskStepResponse step(ResultRow row) throws SQLException {
        return new TaskStepResponse(
                Id.of(row.longAt("id")),
                row.instantAt("at"),
                row.enumAt("type", TaskEventType.class),
                row.enumAt("from_status", TaskStatus.class),
                row.enumAt("to_status", TaskStatus.class),
                staff(row, "by_staff_id", "by_name"),
                staff(row, "assignee_staff_id", "assignee_name"),
                staff(row, "other_staff_id", "other_name"),
                row.textAt("detail"));
    }

    private static StaffRef staff(ResultRow row, String idColumn, String nameColumn) throws SQLException {
        Long id = row.nullableLongAt(idColumn);
        return id == null ? null : new StaffRef(Id.of(id), row.textAt(nameColumn));
    }
}

package io.siyu.task;

import io.siyu.platform.paging.Cursor;
import io.siyu.platform.sql.Sql;
import io.siyu.task.TaskScope.Branch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The queue's order, by due time, then priority, then id, as one statement: each branch and status is one range of an
 * index that is already in this order, and the union takes the first of each.
 */
final class TaskQueue {
    private final List<String> ranges = new ArrayList<>();
    private final int rows;
    private final List<Object> params = new ArrayList<>();

    private TaskQueue(int rows) {
        this.rows = rows;
    }

    /** The keys (shop_id, id, due_at, priority) of the first rows after the cursor. */
    static TaskQueue of(
            List<Branch> branches,
            TaskFilter filter,
            List<TaskStatus> statuses,
            Optional<Cursor> after,
            Instant now,
            int rows) {
        TaskQueue queue = new TaskQueue(rows);
        for (Branch branch : branches) {
            for (TaskStatus status : statuses) {
                queue.add(branch, status, filter, after, now);
            }
        }
        return queue;
    }

    private void add(Branch branch, TaskStatus status, TaskFilter filter, Optional<Cursor> after, Instant now) {
        StringBuilder text = new StringBuilder("SELECT shop_id, id, due_at, priority FROM task WHERE ")
                .append(branch.condition())
                .append(" AND status = ?");
        params.addAll(branch.params());
        params.add(status);
        if (!filter.kinds().isEmpty()) {
            text.append(" AND kind IN (")
                    .append(Sql.places(filter.kinds().size()))
                    .append(')');
            params.addAll(filter.kinds());
        }
        if (filter.hidesSnoozed() && status == TaskStatus.OPEN) {
            text.append(" AND (snoozed_until IS NULL OR snoozed_until <= ?)");
            params.add(now);
        }
        after.ifPresent(cursor -> startAfter(text, cursor));
        ranges.add(inOrder(text.toString()));
    }

    /** Spelt out because neither database reads a comparison of rows as a range; the first term is the range. */
    private void startAfter(StringBuilder text, Cursor cursor) {
        Instant due = cursor.instantAt(0);
        long priority = cursor.longAt(1);
        text.append(" AND due_at >= ? AND (due_at > ? OR priority > ? OR (priority = ? AND id > ?))");
        params.addAll(List.of(due, due, priority, priority, cursor.longAt(2)));
    }

    private String inOrder(String select) {
        return select + " ORDER BY due_at, priority, id LIMIT " + rows;
    }

    String text() {
        return ranges.size() == 1
                ? ranges.get(0)
                : inOrder(ranges.stream().collect(Collectors.joining(") UNION ALL (", "(", ")")));
    }

    Object[] params() {
        return params.toArray();
    }
}

package io.siyu.task.queue;

import io.siyu.platform.paging.Cursor;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.task.TaskStatus;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The queue's order: by due time, then priority, then id. Each branch and status is one range of an index that is
 * already in this order; the first rows of each are read and merged.
 */
@ApplicationScoped
public class TaskQueue {
    /** So that who works in very many shops still asks short questions. */
    private static final int RANGES_A_STATEMENT = 32;

    private static final Comparator<Key> ORDER =
            Comparator.comparing(Key::dueAt).thenComparing(Key::priority).thenComparing(Key::taskId);

    private final Sql sql;

    TaskQueue(Sql sql) {
        this.sql = sql;
    }

    /** A task's place in the queue. */
    public record Key(long shopId, long taskId, Instant dueAt, int priority) {
        Cursor cursor() {
            return Cursor.of(dueAt, priority, taskId);
        }
    }

    /** The first ones after the cursor. */
    List<Key> list(List<SqlFragment> branches, TaskFilter filter, Optional<Cursor> after, Instant now, int rows) {
        List<SqlFragment> ranges = new ArrayList<>();
        for (SqlFragment branch : branches) {
            for (TaskStatus status : filter.statuses()) {
                ranges.add(range(branch, status, filter, after, now, rows));
            }
        }
        List<Key> keys = new ArrayList<>();
        // Nothing that the caller sees is asked for.
        for (int from = 0; from < ranges.size(); from += RANGES_A_STATEMENT) {
            keys.addAll(read(ranges.subList(from, Math.min(from + RANGES_A_STATEMENT, ranges.size()))));
        }
        return keys.stream().sorted(ORDER).limit(rows).toList();
    }

    /** How many, at most so many of each range: what lies behind is not looked at. */
    int count(List<SqlFragment> branches, TaskFilter filter, Instant now, int most) {
        int count = 0;
        for (SqlFragment branch : branches) {
            for (TaskStatus status : filter.statuses()) {
                SqlFragment counted = SqlFragment.of("SELECT COUNT(*) AS n FROM (")
                        .add(range(branch, status, filter, Optional.empty(), now, most))
                        .add(") AS part");
                count += sql.list(counted, row -> row.intAt("n")).get(0);
            }
        }
        return count;
    }

    private List<Key> read(List<SqlFragment> ranges) {
        return sql.list(
                SqlFragment.of("(")
                        .add(SqlFragment.join(") UNION ALL (", ranges))
                        .add(")"),
                row -> new Key(
                        row.longAt("shop_id"), row.longAt("id"), row.instantAt("due_at"), row.intAt("priority")));
    }

    /** One range of an index. */
    static SqlFragment range(
            SqlFragment branch, TaskStatus status, TaskFilter filter, Optional<Cursor> after, Instant now, int rows) {
        SqlFragment range = SqlFragment.of("SELECT shop_id, id, due_at, priority FROM task WHERE ")
                .add(branch)
                .add(" AND status = ?", status);
        if (!filter.kinds().isEmpty()) {
            range = range.add(SqlFragment.named(" AND kind IN (:kinds)", Map.of("kinds", filter.kinds())));
        }
        if (!filter.withSnoozed() && status == TaskStatus.OPEN) {
            range = range.add(" AND (snoozed_until IS NULL OR snoozed_until <= ?)", now);
        }
        return range.add(after.map(TaskQueue::behind).orElse(SqlFragment.EMPTY))
                .add(" ORDER BY due_at, priority, id LIMIT " + rows);
    }

    /** Spelt out because neither database reads a comparison of rows as a range; the first term is the range. */
    private static SqlFragment behind(Cursor cursor) {
        return SqlFragment.named(
                " AND due_at >= :due"
                        + " AND (due_at > :due OR priority > :priority OR (priority = :priority AND id > :id))",
                Map.of("due", cursor.instantAt(0), "priority", cursor.longAt(1), "id", cursor.longAt(2)));
    }
}

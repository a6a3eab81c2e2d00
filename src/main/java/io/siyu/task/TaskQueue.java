package io.siyu.task;

import io.siyu.platform.paging.Cursor;
import io.siyu.platform.sql.Sql;
import io.siyu.task.TaskScope.Branch;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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

    public TaskQueue(Sql sql) {
        this.sql = sql;
    }

    /** A task's place in the queue. */
    public record Key(long shopId, long taskId, Instant dueAt, int priority) {
        Cursor cursor() {
            return Cursor.of(dueAt, priority, taskId);
        }
    }

    /** One range of an index. */
    record Range(String text, List<Object> params) {}

    /** The first ones after the cursor. */
    List<Key> list(List<Branch> branches, TaskFilter filter, Optional<Cursor> after, Instant now, int rows) {
        List<Range> ranges = new ArrayList<>();
        for (Branch branch : branches) {
            for (TaskStatus status : filter.statuses()) {
                ranges.add(range(branch, status, filter, after, now, rows));
            }
        }
        List<Key> keys = new ArrayList<>();
        for (int from = 0; from < ranges.size(); from += RANGES_A_STATEMENT) {
            keys.addAll(read(ranges.subList(from, Math.min(from + RANGES_A_STATEMENT, ranges.size()))));
        }
        return keys.stream().sorted(ORDER).limit(rows).toList();
    }

    private List<Key> read(List<Range> ranges) {
        return sql.list(
                ranges.stream().map(Range::text).collect(Collectors.joining(") UNION ALL (", "(", ")")),
                row -> new Key(row.longAt("shop_id"), row.longAt("id"), row.instantAt("due_at"), row.intAt("priority")),
                ranges.stream().flatMap(range -> range.params().stream()).toArray());
    }

    static Range range(
            Branch branch, TaskStatus status, TaskFilter filter, Optional<Cursor> after, Instant now, int rows) {
        StringBuilder text = new StringBuilder("SELECT shop_id, id, due_at, priority FROM task WHERE ")
                .append(branch.condition())
                .append(" AND status = ?");
        List<Object> params = new ArrayList<>(branch.params());
        params.add(status);
        if (!filter.kinds().isEmpty()) {
            text.append(" AND kind IN (")
                    .append(Sql.places(filter.kinds().size()))
                    .append(')');
            params.addAll(filter.kinds());
        }
        if (!filter.withSnoozed() && status == TaskStatus.OPEN) {
            text.append(" AND (snoozed_until IS NULL OR snoozed_until <= ?)");
            params.add(now);
        }
        after.ifPresent(cursor -> startAfter(cursor, text, params));
        text.append(" ORDER BY due_at, priority, id LIMIT ").append(rows);
        return new Range(text.toString(), params);
    }

    /** Spelt out because neither database reads a comparison of rows as a range; the first term is the range. */
    private static void startAfter(Cursor cursor, StringBuilder text, List<Object> params) {
        Instant due = cursor.instantAt(0);
        long priority = cursor.longAt(1);
        text.append(" AND due_at >= ? AND (due_at > ? OR priority > ? OR (priority = ? AND id > ?))");
        params.addAll(List.of(due, due, priority, priority, cursor.longAt(2)));
    }
}

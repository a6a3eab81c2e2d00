package io.siyu.task;

import io.siyu.platform.metric.Gauges;
import io.siyu.platform.metric.Measurement;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How many tasks can be worked on, and how long the oldest of them is past its time, in all shops. */
@ApplicationScoped
class TaskMeters implements Measurement {
    private static final List<TaskStatus> ACTIVE = List.of(TaskStatus.OPEN, TaskStatus.CLAIMED);

    private final Sql sql;

    TaskMeters(Sql sql) {
        this.sql = sql;
    }

    private record Queue(long tasks, Instant dueSince) {}

    @Override
    public void measure(Instant now, Gauges gauges) {
        Map<TaskStatus, Queue> queues = new EnumMap<>(TaskStatus.class);
        sql.forEach(
                "SELECT t.status, COUNT(*) AS n, MIN(t.due_at) AS due FROM shop s JOIN task t ON t.shop_id = s.id"
                        + " AND t.status IN ('OPEN', 'CLAIMED') GROUP BY t.status",
                row -> queues.put(
                        row.enumAt("status", TaskStatus.class), new Queue(row.longAt("n"), row.instantAt("due"))));
        for (TaskStatus status : ACTIVE) {
            Queue queue = queues.getOrDefault(status, new Queue(0, null));
            String tag = status.name().toLowerCase(Locale.ROOT);
            gauges.set("siyu.tasks.active", queue.tasks(), "status", tag);
            gauges.setAge("siyu.tasks.overdue.seconds", queue.dueSince(), now, "status", tag);
        }
    }
}

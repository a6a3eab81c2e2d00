package io.siyu.retrospective.work;

import io.siyu.platform.ids.Id;
import io.siyu.task.TaskKind;
import io.siyu.task.TaskStatus;

import java.time.Instant;

/**
 * A task as a retrospective looks at it.
 *
 * @param staff whoever closed it, else whose work it is; null is the pool
 */
public record TaskFact(
        Id id,
        TaskKind kind,
        TaskStatus status,
        Integer day,
        Named post,
        Named script,
        Named account,
        Named staff,
        Instant opensAt,
        Instant dueAt,
        Instant closedAt,
        String reason,
        int likes,
        int comments,
        int replies) {
    boolean isOverdueAt(Instant now) {
        return !status.isClosed() && status != TaskStatus.PLANNED && dueAt.isBefore(now);
    }

    boolean isInTime() {
        return status == TaskStatus.DONE && !closedAt.isAfter(dueAt);
    }
}

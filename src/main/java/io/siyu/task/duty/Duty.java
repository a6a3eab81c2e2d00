package io.siyu.task.duty;

import io.siyu.task.Task;
import io.siyu.task.TaskKind;

import java.time.Instant;
import java.util.Objects;

/**
 * What somebody has to do that is done at its subject, or has done there.
 *
 * @param occurrence tells apart what one subject asks for; with kind and subject it names one task for good
 * @param staffId whose it is; null for the pool's, or whosever it is already
 * @param dueAt null for some working time after it opened
 * @param validUntil after which it means nothing any more
 * @param isDone whether it is done
 * @param doneBy who did it; null while it is not done, or if nobody knows
 */
public record Duty(
        TaskKind kind,
        String occurrence,
        Long staffId,
        String title,
        Instant dueAt,
        Instant validUntil,
        boolean isDone,
        Long doneBy) {

    /** Which task it is among those of its subject. */
    record Key(TaskKind kind, String occurrence) {
        static Key of(Task task) {
            return new Key(task.kind(), task.origin().occurrence());
        }
    }

    Key key() {
        return new Key(kind, occurrence);
    }

    boolean isOf(Task task) {
        return staffId == null || Objects.equals(staffId, task.assigneeStaffId().orElse(null));
    }

    /** Whether it is what such a task reminds of, and is still to be done. */
    public boolean asksFor(Task task) {
        return !isDone && key().equals(Key.of(task));
    }

    boolean isOverAt(Instant now) {
        return !validUntil.isAfter(now);
    }
}

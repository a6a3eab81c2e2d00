package io.siyu.task;

import java.util.List;

/**
 * What part of a queue is asked for.
 *
 * @param status null is what can be worked on now: OPEN and not put off, or CLAIMED
 * @param kinds empty is all
 */
public record TaskFilter(TaskStatus status, List<TaskKind> kinds) {
    /** What a worker can take next. */
    static TaskFilter takeable(List<TaskKind> kinds) {
        return new TaskFilter(null, kinds);
    }

    List<TaskStatus> statuses() {
        return status == null ? List.of(TaskStatus.OPEN, TaskStatus.CLAIMED) : List.of(status);
    }

    /** Put-off work is hidden until its time, unless asked for by status. */
    boolean hidesSnoozed() {
        return status == null;
    }
}

package io.siyu.task.queue;

import io.siyu.task.TaskKind;
import io.siyu.task.TaskStatus;

import java.util.List;

/**
 * What part of a queue is asked for.
 *
 * @param status null is what can be worked on now: OPEN or CLAIMED
 * @param kinds empty is all
 * @param withSnoozed whether put-off work is shown before its time
 */
public record TaskFilter(TaskStatus status, List<TaskKind> kinds, boolean withSnoozed) {
    /** What a worker can take next; what is done elsewhere is not taken unless it is asked for. */
    static TaskFilter takeable(List<TaskKind> kinds) {
        return new TaskFilter(TaskStatus.OPEN, kinds.isEmpty() ? TaskKind.doneByHand() : kinds, false);
    }

    List<TaskStatus> statuses() {
        return status == null ? List.of(TaskStatus.OPEN, TaskStatus.CLAIMED) : List.of(status);
    }
}

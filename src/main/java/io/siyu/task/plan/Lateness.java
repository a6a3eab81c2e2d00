package io.siyu.task.plan;

import io.siyu.task.Task;
import io.siyu.task.TaskStatus;

import java.time.Duration;
import java.time.Instant;

/** Marks in the history what opened later than planned, such as after a downtime or a pause. */
final class Lateness {
    private static final Duration NOTED = Duration.ofMinutes(1);

    private Lateness() {}

    /** @param reason what is told of it anyway; may be null */
    static String told(Task task, TaskStatus from, String reason, Instant now) {
        Instant planned = task.wantedAt();
        if (from != TaskStatus.PLANNED || !now.isAfter(planned.plus(NOTED))) {
            return reason;
        }
        String late = "晚了 " + Duration.between(planned, now).toMinutes() + " 分钟开放";
        return reason == null ? late : reason + "；" + late;
    }
}

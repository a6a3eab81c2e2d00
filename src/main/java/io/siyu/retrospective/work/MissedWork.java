package io.siyu.retrospective.work;

import io.siyu.platform.ids.Id;
import io.siyu.task.TaskKind;
import io.siyu.task.TaskStatus;

import java.time.Instant;

/** Work that was planned and not done, and why. */
public record MissedWork(
        Id taskId,
        TaskKind kind,
        TaskStatus status,
        Integer day,
        Named post,
        Named account,
        Named staff,
        Instant dueAt,
        String reason) {
    public static MissedWork from(TaskFact fact) {
        return new MissedWork(
                fact.id(),
                fact.kind(),
                fact.status(),
                fact.day(),
                fact.post(),
                fact.account(),
                fact.staff(),
                fact.dueAt(),
                fact.reason());
    }
}

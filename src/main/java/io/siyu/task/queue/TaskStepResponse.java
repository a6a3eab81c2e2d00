package io.siyu.task.queue;

import io.siyu.platform.ids.Id;
import io.siyu.task.TaskEventType;
import io.siyu.task.TaskStatus;
import io.siyu.task.queue.TaskResponse.StaffRef;

import java.time.Instant;

/**
 * One step in a task's history.
 *
 * @param at when it was, or was heard of
 * @param from the status before; null for the first
 * @param by who took it; null for the clock, or for what followed from something else
 * @param assignee whose work it was afterwards; null for the pool
 * @param other somebody else whom it touched, such as who had it before
 * @param detail such as the reason; for a lapsed lease when it ended
 */
public record TaskStepResponse(
        Id id,
        Instant at,
        TaskEventType type,
        TaskStatus from,
        TaskStatus to,
        StaffRef by,
        StaffRef assignee,
        StaffRef other,
        String detail) {}

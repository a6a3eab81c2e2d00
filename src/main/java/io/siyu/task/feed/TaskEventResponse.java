package io.siyu.task.feed;

import io.siyu.platform.ids.Id;
import io.siyu.task.TaskEventType;
import io.siyu.task.TaskStatus;

import java.time.Instant;

/**
 * Something that happened to a task.
 *
 * @param byStaffId null for the clock
 * @param assigneeStaffId whose work it now is; null is the pool
 */
public record TaskEventResponse(
        Id id,
        Id shopId,
        Id taskId,
        TaskEventType type,
        TaskStatus from,
        TaskStatus status,
        Instant at,
        Id byStaffId,
        Id assigneeStaffId,
        Id otherStaffId,
        String detail) {
    /** Whether it changes what this member of staff sees in the queue. */
    boolean concerns(Id staff) {
        return assigneeStaffId == null
                || assigneeStaffId.equals(staff)
                || staff.equals(otherStaffId)
                || staff.equals(byStaffId);
    }
}

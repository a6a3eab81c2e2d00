package io.siyu.task.work;

import io.siyu.platform.ids.Id;
import io.siyu.task.TaskKind;
import io.siyu.task.TaskStatus;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * One action on many tasks.
 *
 * @param ids which ones; instead of a filter
 * @param filter which ones; instead of ids, at most the first thousand
 * @param staffId whose work they become, of a HANDOVER
 * @param until when they come back, of a SNOOZE
 */
public record TaskBulkRequest(
        @Size(min = 1, max = MOST) List<@NotNull Id> ids,
        @Valid Filter filter,
        @NotNull BulkAction action,
        @NotBlank @Size(max = 500) String reason,
        Id staffId,
        OffsetDateTime until) {
    static final int MOST = 1000;

    public enum BulkAction {
        HANDOVER,
        SKIP,
        SNOOZE
    }

    /** @param status null is what can be worked on now: OPEN or CLAIMED */
    public record Filter(Id campaign, Id account, Id staff, LocalDate day, TaskKind kind, TaskStatus status) {}
}

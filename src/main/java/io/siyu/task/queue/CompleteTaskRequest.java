package io.siyu.task.queue;

import io.siyu.platform.ids.Id;
import io.siyu.task.recipient.RecipientTick;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;

/**
 * What came of a task.
 *
 * @param at when it was done, by the device; now if left out
 * @param scriptVersion which version of the script was seen; the task's if left out
 * @param restReason why not all recipients were written to; needed where some are left
 * @param recipients of a private message: whom it reached; who is named neither here nor ticked off before is MISSED
 */
public record CompleteTaskRequest(
        OffsetDateTime at,
        @Min(1) Integer scriptVersion,
        @Valid Result result,
        @Size(max = 500) String restReason,
        @Size(max = 20) List<@NotNull Id> proofMaterialIds,
        @Size(max = 5000) List<@Valid @NotNull RecipientTick> recipients) {
    private static final int MOST = 1_000_000;

    public CompleteTaskRequest {
        result = Objects.requireNonNullElse(result, new Result(null, null, null, null, null));
        proofMaterialIds = Objects.requireNonNullElse(proofMaterialIds, List.of());
        recipients = Objects.requireNonNullElse(recipients, List.of());
    }

    /** The same whenever it was. */
    public CompleteTaskRequest withoutTime() {
        return new CompleteTaskRequest(null, scriptVersion, result, restReason, proofMaterialIds, recipients);
    }

    /** @param outcome only of an ADD_FRIEND task: INVITED (the default), or ADDED when the buyer has accepted */
    public record Result(
            @Min(0) @Max(MOST) Integer likes,
            @Min(0) @Max(MOST) Integer comments,
            @Min(0) @Max(MOST) Integer replies,
            @Size(max = 2000) String note,
            FriendOutcome outcome) {}

    /** How far an ADD_FRIEND task got. */
    public enum FriendOutcome {
        INVITED,
        ADDED
    }
}

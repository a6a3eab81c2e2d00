package io.siyu.task.recipient;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.time.OffsetDateTime;
import java.util.Objects;

/**
 * What became of one follower's message.
 *
 * @param reason why it was skipped or failed, such as DELETED_ME
 * @param at when, by the device; now if left out
 * @param happened says that it has happened already, whatever the limits say
 */
public record ReportRecipientRequest(
        @NotNull RecipientOutcome outcome, @Size(max = 500) String reason, OffsetDateTime at, Boolean happened) {
    public ReportRecipientRequest {
        happened = Objects.requireNonNullElse(happened, false);
    }
}

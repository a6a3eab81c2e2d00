package io.siyu.team;

import io.siyu.platform.ids.Id;
import io.siyu.task.ExpiryReason;
import io.siyu.task.TaskKind;
import io.siyu.task.TaskStatus;

import java.time.Instant;

/**
 * Work that was due and was not done, or not for everybody.
 *
 * @param status EXPIRED or SKIPPED; DONE for a list that was reported done with recipients left
 * @param reasonCode why it expired; null for what was skipped or left recipients out
 * @param staffId whose work it was; null for the pool
 * @param recipients null for what is no private message
 */
public record MissedWorkResponse(
        Id taskId,
        TaskKind kind,
        String title,
        TaskStatus status,
        String reason,
        ExpiryReason reasonCode,
        Id accountId,
        String account,
        Id staffId,
        String staff,
        Id campaignId,
        Instant dueAt,
        Instant closedAt,
        MissedRecipients recipients) {
    /** @param missed nobody wrote to them, and nobody will */
    public record MissedRecipients(int total, int sent, int missed) {}
}

package io.siyu.follower.audience;

import jakarta.validation.constraints.Size;

/**
 * A fixed audience is to be brought up to date.
 *
 * @param reason why; needed unless it is a dry run
 * @param dryRun only shows the difference; left out: no
 */
public record RefreshRequest(@Size(max = 1000) String reason, Boolean dryRun) {
    boolean isDryRun() {
        return Boolean.TRUE.equals(dryRun);
    }

    boolean hasReason() {
        return reason != null && !reason.isBlank();
    }
}

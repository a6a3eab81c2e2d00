package io.siyu.task.recipient;

import io.siyu.platform.problem.ErrorCode;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/**
 * A report whose time is known.
 *
 * @param field where it stands in the request, for whoever is told what is wrong with it
 */
record RecipientReport(
        String field, long followerId, RecipientOutcome outcome, String reason, Instant at, boolean happened) {
    /** How a follower tells that it is over: by deleting the account. */
    private static final Set<String> DELETED_ME = Set.of("DELETED_ME", "对方已删除我", "对方删除了我", "被删除");

    /** @throws io.siyu.platform.problem.ProblemException 400 without the reason that the outcome needs */
    static RecipientReport of(
            String field, long followerId, RecipientOutcome outcome, String reason, Instant at, boolean happened) {
        String why = reason == null || reason.isBlank() ? null : reason.strip();
        if (why == null && outcome.needsReason()) {
            throw ErrorCode.VALIDATION_FAILED.problem(
                    field.equals("outcome") ? "reason" : field + ".reason", "Needed", "Say why.");
        }
        return new RecipientReport(field, followerId, outcome, why, at, happened);
    }

    boolean saysDeleted() {
        return outcome == RecipientOutcome.FAILED
                && DELETED_ME.contains(reason.toUpperCase(Locale.ROOT).replaceAll("[ -]+", "_"));
    }
}

package io.siyu.task;

import java.util.EnumSet;
import java.util.Set;

/** Why a task will not be done any more. */
public enum ExpiryReason {
    /** What it asks for had its time. */
    VALIDITY,
    /** The limits of contacts allowed it at no time at which it still meant something. */
    LIMIT,
    /** Its campaign was not ready when it should have gone out. */
    NOT_STARTED,
    CAMPAIGN_ENDED,
    CAMPAIGN_CANCELLED,
    /** Its campaign went back to review. */
    WITHDRAWN,
    /** Its post was taken back, or leaves its account out by now. */
    NOT_WANTED,
    ACCOUNT_RETIRED,
    /** Another task has taken its place. */
    REPLACED,
    MERGED,
    /** The follower is past it. */
    FOLLOWER_MOVED,
    INVITATION_EXPIRED,
    DEPARTURE_UNDONE,
    HANDOVER_UNDONE,
    /** What it was for has been settled without it. */
    MOOT;

    private static final Set<ExpiryReason> MISSED =
            EnumSet.of(VALIDITY, LIMIT, NOT_STARTED, CAMPAIGN_ENDED, CAMPAIGN_CANCELLED, ACCOUNT_RETIRED);

    /** Those by which something that was wanted was not done. */
    public static Set<ExpiryReason> missed() {
        return MISSED;
    }
}

package io.siyu.campaign.daily;

/** What became of a time of a daily plan. */
public enum OccurrenceState {
    /** A post stands for it. */
    PLANNED,
    /** Nothing may go out then: a quota is reached, no script is left, or a rule would be broken. */
    LEFT_OUT,
    /** Its time had passed when it could be made. */
    MISSED,
    /** The plan no longer wants it. */
    WITHDRAWN,
    /** Somebody took its post out. */
    SKIPPED
}

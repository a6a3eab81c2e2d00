package io.siyu.campaign.daily;

/** Why nothing goes out at a time of a daily plan. */
public enum OccurrenceReason {
    /** All lines that could be posted then have reached their quotas. */
    QUOTA,
    /** Each script that fits came already in the days of the window. */
    NO_SCRIPT,
    /** A post then would break a rule; the detail says which. */
    RULE,
    /** The service was not at work when it was to be made. */
    DOWN,
    NOT_IN_PLAN,
    PLAN_PAUSED,
    PLAN_ENDED,
    BY_HAND
}

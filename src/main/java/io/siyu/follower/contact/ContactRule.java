package io.siyu.follower.contact;

/** Which limit of contacts a fact breaks, or would break. */
public enum ContactRule {
    PRIVATE_PER_DAY,
    PRIVATE_PER_7_DAYS,
    PRIVATE_PER_30_DAYS,
    MOMENTS_PER_DAY,
    MOMENT_GAP,
    QUIET_HOURS,
    OPTED_OUT
}

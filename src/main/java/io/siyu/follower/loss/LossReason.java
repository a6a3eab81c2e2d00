package io.siyu.follower.loss;

/** Why somebody is a follower no more. */
public enum LossReason {
    DELETED_US,
    BLOCKED_US,
    ACCOUNT_GONE,
    OTHER,
    UNKNOWN
}

package io.siyu.follower.distribution;

/** Why a candidate was not given to an account. */
public enum LeftReason {
    /** The accounts were full, had their number for the day, or were closed. */
    NO_ROOM,
    /** Somebody else gave the candidate to an account in the meantime, or the buyer opted out. */
    GONE,
    /** The distribution was over before it came to that. */
    STOPPED
}

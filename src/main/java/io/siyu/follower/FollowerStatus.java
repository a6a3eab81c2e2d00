package io.siyu.follower;

/** How far a buyer has come on an account: CANDIDATE → INVITED → ADDED → LOST, and OPTED_OUT for good. */
public enum FollowerStatus {
    CANDIDATE,
    INVITED,
    ADDED,
    LOST,
    OPTED_OUT;

    /**
     * A lost follower may be invited again; who opted out is never contacted again. That somebody was added is a fact, whatever
     * was known of an invitation (R7).
     */
    boolean mayBecome(FollowerStatus next) {
        return switch (next) {
            case CANDIDATE -> false;
            case INVITED -> this == CANDIDATE || this == LOST;
            case ADDED -> this == CANDIDATE || this == INVITED || this == LOST;
            case LOST -> this == ADDED;
            case OPTED_OUT -> this != OPTED_OUT;
        };
    }

    /** Whether it takes up room on its account. */
    boolean fillsAccount() {
        return this == CANDIDATE || this == INVITED || this == ADDED;
    }
}

package io.siyu.task.sequence;

/** Why a step of a sequence does not go out to a follower. */
public enum SequenceOccurrenceReason {
    /** The limits of contacts allow it at no time at which it still means something. */
    LIMIT,
    /** A campaign holds the follower out, in whose window the day lies. */
    HELD_OUT,
    OPTED_OUT,
    /** The follower is nobody's friend any more. */
    NOT_ADDED,
    NO_ACTIVE_ACCOUNT,
    /** The text breaks a rule by now. */
    RULE,
    /** A variable of the text has no value for the follower. */
    NO_VALUE,
    /** The service was not at work on its day, or not long enough. */
    DAY_OVER,
    NOT_IN_SEQUENCE,
    SEQUENCE_PAUSED,
    SEQUENCE_ENDED
}

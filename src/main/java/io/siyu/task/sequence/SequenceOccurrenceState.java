package io.siyu.task.sequence;

/** What became of a step of a sequence for a follower. */
public enum SequenceOccurrenceState {
    /** Its time has come, and it is on no list yet. */
    WAITING,
    /** It is on a list of private messages. */
    PLANNED,
    /** The follower must not be written to, or cannot be. */
    LEFT_OUT,
    /** Its day was over when it could be made. */
    EXPIRED,
    /** The sequence no longer sends it. */
    WITHDRAWN
}

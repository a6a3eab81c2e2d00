package io.siyu.task.sequence;

/** Whether a sequence sends. */
public enum SequenceStatus {
    ACTIVE,
    /** What comes due meanwhile is left out. */
    PAUSED,
    /** For good. */
    ENDED
}

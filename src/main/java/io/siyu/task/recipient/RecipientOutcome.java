package io.siyu.task.recipient;

/** What is reported of one follower's message. */
public enum RecipientOutcome {
    SENT,
    SKIPPED,
    FAILED,
    /** The follower wants to be left alone: holds for the person and for good. */
    OPT_OUT,
    /** It was sent, and answered. */
    REPLIED,
    /** It was sent, and bought upon. */
    BOUGHT,
    /** What was reported by mistake is taken back. */
    PENDING;

    boolean saysSent() {
        return this == SENT || this == REPLIED || this == BOUGHT;
    }

    boolean needsReason() {
        return this == SKIPPED || this == FAILED;
    }
}

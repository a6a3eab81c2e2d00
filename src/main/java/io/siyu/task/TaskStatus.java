package io.siyu.task;

/** PLANNED → OPEN → CLAIMED → DONE | SKIPPED | EXPIRED; a lease that runs out leads from CLAIMED back to OPEN. */
public enum TaskStatus {
    PLANNED,
    OPEN,
    CLAIMED,
    DONE,
    SKIPPED,
    EXPIRED;

    /** Whether it can be worked on now. */
    public boolean isActive() {
        return this == OPEN || this == CLAIMED;
    }

    /** Whether nothing changes it any more. */
    public boolean isClosed() {
        return this == DONE || this == SKIPPED || this == EXPIRED;
    }
}

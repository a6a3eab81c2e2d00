package io.siyu.task;

/** What happened to a task: the audit trail, and what the queue's event stream tells. */
public enum TaskEventType {
    PLANNED,
    OPENED,
    /** Its limits do not allow it yet. */
    WAITING,
    CLAIMED,
    GIVEN_BACK,
    LEASE_LAPSED,
    SNOOZED,
    HANDED_OVER,
    CHANGED,
    DONE,
    SKIPPED,
    /** What was reported of it was taken back. */
    UNDONE,
    /** What came of it was corrected. */
    CORRECTED,
    EXPIRED
}

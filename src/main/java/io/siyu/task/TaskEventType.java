package io.siyu.task;

/** What happened to a task: the audit trail, and what the queue's event stream tells. */
public enum TaskEventType {
    PLANNED,
    OPENED,
    CLAIMED,
    GIVEN_BACK,
    LEASE_LAPSED,
    SNOOZED,
    HANDED_OVER,
    CHANGED,
    DONE,
    SKIPPED,
    EXPIRED
}

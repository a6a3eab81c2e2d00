package io.siyu.task.recipient;

/** How far one follower's private message got. */
public enum RecipientState {
    PENDING,
    SENT,
    FAILED,
    SKIPPED,
    /** The task was closed before anybody ticked this follower off. */
    MISSED
}

package io.siyu.task;

/** What a task can be about, besides a post or a follower. */
public enum TaskSubject {
    CAMPAIGN,
    FEEDBACK,
    /** The task that it follows. */
    TASK
}

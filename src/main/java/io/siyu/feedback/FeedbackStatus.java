package io.siyu.feedback;

/** NEW → TRIAGED → ACTIONED → CONFIRMED, or REOPENED by who reported it and round again. */
public enum FeedbackStatus {
    NEW,
    TRIAGED,
    ACTIONED,
    CONFIRMED,
    REOPENED
}

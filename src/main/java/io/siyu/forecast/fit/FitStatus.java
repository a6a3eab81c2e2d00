package io.siyu.forecast;

/** How far a fit is. */
public enum FitStatus {
    QUEUED,
    RUNNING,
    DONE,
    FAILED
}

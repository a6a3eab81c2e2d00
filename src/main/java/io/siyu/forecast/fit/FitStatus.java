package io.siyu.forecast.fit;

/** How far a fit is. */
public enum FitStatus {
    QUEUED,
    RUNNING,
    DONE,
    FAILED
}

package io.siyu.follower.distribution;

/** CANCELLED and FAILED ones keep what they had given by then. */
public enum DistributionStatus {
    QUEUED,
    RUNNING,
    DONE,
    CANCELLED,
    FAILED;

    boolean isOver() {
        return this != QUEUED && this != RUNNING;
    }
}

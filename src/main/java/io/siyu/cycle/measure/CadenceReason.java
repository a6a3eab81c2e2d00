package io.siyu.cycle.measure;

/** Why a cadence has its days. */
public enum CadenceReason {
    /** The smallest step of the ladder that is long enough. */
    SMALLEST_STEP,
    /** No step is long enough. */
    LAST_STEP,
    /** Somebody chose the days. */
    GIVEN
}

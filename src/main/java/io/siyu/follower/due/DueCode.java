package io.siyu.follower.due;

/** Why a buyer is due. */
public enum DueCode {
    /** The model puts the next purchase within the days asked for. */
    EXPECTED,
    /** The own cycle ends within the days asked for. */
    CYCLE_DUE,
    /** The own cycle ended some days ago, and the buyer has not come. */
    CYCLE_OVERDUE
}

package io.siyu.cycle.measure;

/** How far a measured cycle can be trusted. */
public enum Confidence {
    HIGH,
    MEDIUM,
    LOW;

    private static final long MANY_INTERVALS = 500;
    private static final long LONG_HISTORY_DAYS = 180;

    /** @param historyDays days from the first to the last purchase day measured */
    static Confidence of(long intervals, long historyDays) {
        if (intervals >= MANY_INTERVALS && historyDays >= LONG_HISTORY_DAYS) {
            return HIGH;
        }
        return intervals >= MeanCycle.ENOUGH_INTERVALS ? MEDIUM : LOW;
    }
}

package io.siyu.cycle.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A pooled mean cycle, kept as the exact fraction days ÷ intervals.
 *
 * @param days sum of all intervals, Σ(last − first)
 * @param intervals number of intervals, Σ(n − 1)
 */
public record MeanCycle(CycleBasis basis, long days, long intervals) {

    /** Fewer intervals than this do not carry a mean. */
    public static final long ENOUGH_INTERVALS = 30;

    /** Assumed where nothing can be measured: thirty days. */
    public static final MeanCycle DEFAULT = new MeanCycle(CycleBasis.DEFAULT, 30, 1);

    /** The mean in days, rounded half up to six decimals. */
    public BigDecimal meanDays() {
        return BigDecimal.valueOf(days).divide(BigDecimal.valueOf(intervals), 6, RoundingMode.HALF_UP);
    }

    /**
     * The smallest step of the ladder that is at least one and a half cycles, or the last step if none is: ten days give
     * 15, twenty give 30.
     *
     * @param ladder ascending days, not empty
     */
    public int cadenceDays(List<Integer> ladder) {
        return Cadence.of(this, Cadence.USUAL_FACTOR, ladder).days();
    }
}

package io.siyu.tier;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * Net spends of all purchasing buyers, for percentiles by nearest rank: the value at rank ⌈p/100 · N⌉, ascending. Pages of
 * buyers that are judged side by side may ask at once, and the first who asks has the spends sorted.
 */
public final class SpendPercentiles {

    private static final int MINOR_DIGITS = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Minor units: a million buyers fit into eight megabytes. */
    private long[] spends = new long[1024];

    private int count;
    private boolean sorted;

    /** @param spend with at most two decimals, as money is kept */
    public synchronized void add(BigDecimal spend) {
        if (count == spends.length) {
            spends = Arrays.copyOf(spends, count * 2);
        }
        spends[count++] = spend.movePointRight(MINOR_DIGITS).longValueExact();
        sorted = false;
    }

    public int count() {
        return count;
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /**
     * @param percentile above 0, at most 100
     * @throws IllegalStateException if nobody has purchased
     */
    public synchronized BigDecimal at(BigDecimal percentile) {
        if (count == 0) {
            throw new IllegalStateException("Nobody has purchased, no percentile");
        }
        if (!sorted) {
            Arrays.sort(spends, 0, count);
            sorted = true;
        }
        int rank = percentile
                .multiply(BigDecimal.valueOf(count))
                .divide(HUNDRED, 0, RoundingMode.CEILING)
                .intValueExact();
        return BigDecimal.valueOf(spends[rank - 1], MINOR_DIGITS);
    }
}

package io.siyu.cycle.measure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A buyer's own cycle C_b = (Σ own intervals + 2·C_shop) ÷ (own intervals + 2), as an exact fraction: the shop's mean
 * weighs as much as two intervals, so that one quick repeat says little and twenty say nearly all.
 */
public final class OwnCycle {

    private static final long PRIOR_INTERVALS = 2;

    private final BigInteger numerator;
    private final BigInteger denominator;

    private OwnCycle(BigInteger numerator, BigInteger denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
    }

    /**
     * @param purchaseDays how many purchase days the buyer has, at least 1
     * @param first the first of them
     * @param last the last of them; the days between are the sum of the buyer's intervals
     */
    public static OwnCycle of(int purchaseDays, LocalDate first, LocalDate last, MeanCycle shop) {
        BigInteger shopDays = BigInteger.valueOf(shop.days());
        BigInteger shopIntervals = BigInteger.valueOf(shop.intervals());
        BigInteger ownDays = BigInteger.valueOf(ChronoUnit.DAYS.between(first, last));
        BigInteger weight = BigInteger.valueOf(purchaseDays - 1 + PRIOR_INTERVALS);
        return new OwnCycle(
                ownDays.multiply(shopIntervals).add(shopDays.multiply(BigInteger.valueOf(PRIOR_INTERVALS))),
                shopIntervals.multiply(weight));
    }

    /** In days, rounded half up to six decimals. */
    public BigDecimal days() {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), 6, RoundingMode.HALF_UP);
    }

    /** When the buyer is expected again: the last purchase day plus the cycle rounded half up to whole days. */
    public LocalDate dueAfter(LocalDate last) {
        BigDecimal whole = new BigDecimal(numerator).divide(new BigDecimal(denominator), 0, RoundingMode.HALF_UP);
        return last.plusDays(whole.longValueExact());
    }

    /** Whether more than so many cycles fit into the days given: days ÷ C_b &gt; cycles, without rounding. */
    public boolean fitsMoreThan(BigDecimal cycles, long days) {
        BigDecimal elapsed = new BigDecimal(denominator).multiply(BigDecimal.valueOf(days));
        return elapsed.compareTo(cycles.multiply(new BigDecimal(numerator))) > 0;
    }

    /** The days given as cycles (r), rounded half up, for people to read. */
    public BigDecimal cyclesIn(long days, int decimals) {
        BigDecimal elapsed = new BigDecimal(denominator).multiply(BigDecimal.valueOf(days));
        return elapsed.divide(new BigDecimal(numerator), decimals, RoundingMode.HALF_UP);
    }
}

package io.siyu.retrospective.comparison;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Repurchase rate of who was reached minus that of who was held out, with its 95 % interval. An interval that contains 0
 * does not show that the campaign did anything.
 */
public record Effect(BigDecimal difference, BigDecimal low95, BigDecimal high95) {
    private static final int DIGITS = 6;

    /** Null when one of the groups is empty. */
    public static Effect of(Proportion reached, Proportion heldOut) {
        if (reached.isEmpty() || heldOut.isEmpty()) {
            return null;
        }
        Proportion.Interval interval = reached.minus(heldOut);
        return new Effect(rounded(reached.rate() - heldOut.rate()), rounded(interval.low()), rounded(interval.high()));
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP);
    }
}

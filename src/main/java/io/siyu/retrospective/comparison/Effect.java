package io.siyu.retrospective.comparison;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Buying rate of one group minus that of another, with its 95 % interval. An interval that contains 0 does not show that
 * there is any difference.
 */
public record Effect(BigDecimal difference, BigDecimal low95, BigDecimal high95) {
    private static final int DIGITS = 6;

    /** Null when one of the groups is empty. */
    public static Effect of(Spending one, Spending other) {
        Proportion mine = one.bought();
        Proportion others = other.bought();
        if (mine.isEmpty() || others.isEmpty()) {
            return null;
        }
        Proportion.Interval interval = mine.minus(others);
        return new Effect(rounded(mine.rate() - others.rate()), rounded(interval.low()), rounded(interval.high()));
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP);
    }
}

package io.siyu.retrospective.comparison;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Net amount a head of one group minus that of another, with its 95 % interval. An interval that contains 0 does not show
 * that there is any difference.
 */
public record SalesEffect(String difference, String low95, String high95) {
    private static final int DIGITS = 4;

    /** Null where a group has fewer than two people, or all of both spent the same. */
    public static SalesEffect of(Spending one, Spending other) {
        Sample mine = one.aHead();
        Sample others = other.aHead();
        return mine.minus(others)
                .map(interval -> new SalesEffect(
                        money(mine.mean() - others.mean()), money(interval.low()), money(interval.high())))
                .orElse(null);
    }

    private static String money(double value) {
        return BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP).toPlainString();
    }
}

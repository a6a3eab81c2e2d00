package io.siyu.cycle.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Days from one campaign's start to the next, and how they were come by (product.md, Cadence).
 *
 * @param factor how many cycles the cadence should last at least; null where the days were given
 * @param ladder ascending days to choose from; empty where the days were given
 */
public record Cadence(MeanCycle cycle, BigDecimal factor, List<Integer> ladder, int days, CadenceReason reason) {
    /** One and a half cycles: ten days give 15, twenty give 30 on the usual ladder. */
    public static final BigDecimal USUAL_FACTOR = new BigDecimal("1.5");

    private static final int DECIMALS = 6;

    /**
     * The smallest step of the ladder that is at least factor × cycle, or the last step if none is. Compared as whole
     * fractions, without rounding.
     *
     * @param ladder ascending days, not empty
     */
    public static Cadence of(MeanCycle cycle, BigDecimal factor, List<Integer> ladder) {
        BigDecimal wanted = factor.multiply(BigDecimal.valueOf(cycle.days()));
        for (int step : ladder) {
            if (BigDecimal.valueOf(step * cycle.intervals()).compareTo(wanted) >= 0) {
                return new Cadence(cycle, factor, ladder, step, CadenceReason.SMALLEST_STEP);
            }
        }
        return new Cadence(cycle, factor, ladder, ladder.get(ladder.size() - 1), CadenceReason.LAST_STEP);
    }

    /** Days that somebody chose, whatever the cycle says. */
    public static Cadence given(MeanCycle cycle, int days) {
        return new Cadence(cycle, null, List.of(), days, CadenceReason.GIVEN);
    }

    /** factor × cycle in days, rounded half up to six decimals; null where the days were given. */
    public BigDecimal wantedDays() {
        return factor == null
                ? null
                : factor.multiply(BigDecimal.valueOf(cycle.days()))
                        .divide(BigDecimal.valueOf(cycle.intervals()), DECIMALS, RoundingMode.HALF_UP);
    }

    /** Which step of the ladder it is, 1 for the first; null where the days were given. */
    public Integer step() {
        return reason == CadenceReason.GIVEN ? null : ladder.indexOf(days) + 1;
    }

    /** One sentence for people who read answers. */
    public String why() {
        String reckoned = wantedDays() == null
                ? ""
                : factor.toPlainString() + " x " + plain(cycle.meanDays()) + " = " + plain(wantedDays()) + " days";
        String steps = ladder.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return switch (reason) {
            case SMALLEST_STEP -> days + " is the smallest step of " + steps + " that is at least " + reckoned + ".";
            case LAST_STEP -> "No step of " + steps + " is at least " + reckoned + ", so it is the last one.";
            case GIVEN -> days + " days were given.";
        };
    }

    private static String plain(BigDecimal days) {
        return days.stripTrailingZeros().toPlainString();
    }
}

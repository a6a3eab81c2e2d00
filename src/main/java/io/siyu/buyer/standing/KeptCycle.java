package io.siyu.buyer.standing;

import io.siyu.platform.sql.SqlFragment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The mean cycle on which a shop's tiers rest, D days over I intervals, and when buyers are due by it: on the last purchase
 * day plus the own cycle C_b = (span·I + 2·D) ÷ (I·k), k = n + 1, rounded half up to whole days. With days as whole numbers
 * and w = k·last + span that is ⌊(w + ⌊(4·D + I·k) ÷ (2·I)⌋) ÷ k⌋. Of this w alone is the buyer's, and stored with the buyer
 * as {@code due_order}: of those with equal n, who has the greater w is never due sooner, whatever the shop's cycle is.
 *
 * @param days D
 * @param intervals I, at least 1
 */
public record KeptCycle(long days, long intervals) {
    /** SQL's TO_DAYS of the first day of 1970. */
    private static final long DAYS_BEFORE_1970 = 719_528;

    private static final String DUE_DAY_BY = "FROM_DAYS((b.due_order + (4 * %1$s + %2$s * (b.purchase_days + 1))"
            + " DIV NULLIF(2 * %2$s, 0)) DIV (b.purchase_days + 1))";

    /**
     * The due day of the buyer {@code b} in SQL, where D and I stand in these columns: NULL where nothing was bought, and
     * where I is 0.
     */
    public static String dueDay(String days, String intervals) {
        return DUE_DAY_BY.formatted(days, intervals);
    }

    /** The due day of the buyer {@code b} in SQL, NULL where nothing was bought. */
    public SqlFragment dueDay() {
        return SqlFragment.of(dueDay("?", "?"), days, intervals, intervals);
    }

    /**
     * @param purchaseDays n, at least 1
     * @param first the first of them
     * @param last the last of them
     */
    public LocalDate dueDay(int purchaseDays, LocalDate first, LocalDate last) {
        long order = (purchaseDays + 2L) * number(last) - number(first);
        long due = Math.floorDiv(order + shift(purchaseDays), purchaseDays + 1L);
        return LocalDate.ofEpochDay(due - DAYS_BEFORE_1970);
    }

    /** C_b of who has purchased on n days, at least 1, between these: in days, rounded half up to six decimals. */
    public BigDecimal ownDays(int purchaseDays, LocalDate first, LocalDate last) {
        BigDecimal span = BigDecimal.valueOf(ChronoUnit.DAYS.between(first, last));
        BigDecimal whole = BigDecimal.valueOf(intervals);
        return span.multiply(whole)
                .add(BigDecimal.valueOf(2 * days))
                .divide(whole.multiply(BigDecimal.valueOf(purchaseDays + 1L)), 6, RoundingMode.HALF_UP);
    }

    /** The least {@code due_order} of those with so many purchase days who are due on that day or later. */
    public long firstOrder(int purchaseDays, LocalDate day) {
        return (purchaseDays + 1L) * number(day) - shift(purchaseDays);
    }

    private long shift(int purchaseDays) {
        return Math.floorDiv(4 * days + intervals * (purchaseDays + 1L), 2 * intervals);
    }

    private static long number(LocalDate day) {
        return day.toEpochDay() + DAYS_BEFORE_1970;
    }
}

package io.siyu.support;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * What must come of made-up orders, worked out from the orders alone.
 *
 * @param counted orders that count
 * @param lines of all orders
 * @param buyers with any order
 * @param purchasing buyers with at least one purchase day
 * @param repeat buyers with at least two
 * @param meanDays pooled mean interval, six decimals
 * @param net of the counted orders
 */
public record MadeFacts(
        int orders,
        int counted,
        int lines,
        int buyers,
        int purchasing,
        int repeat,
        long intervals,
        BigDecimal meanDays,
        BigDecimal net) {
    private static final LocalDate EPOCH = LocalDate.of(2020, 1, 1);
    private static final int DAY_BITS = 16;

    public static MadeFacts of(MadeOrders made, int to) {
        long[] days = new long[to];
        boolean[] seen = new boolean[made.count()];
        int counted = 0;
        int lines = 0;
        int buyers = 0;
        long net = 0;
        for (int index = 0; index < to; index++) {
            MadeOrder order = made.at(index);
            lines += order.titles().size();
            buyers += seen[order.buyer()] ? 0 : 1;
            seen[order.buyer()] = true;
            if (order.isCounted()) {
                days[counted++] = (long) order.buyer() << DAY_BITS | ChronoUnit.DAYS.between(EPOCH, order.day());
                net += order.net();
            }
        }
        return of(Arrays.copyOf(days, counted), to, lines, buyers, BigDecimal.valueOf(net, 2));
    }

    /** @param days buyer and day of each counted order */
    private static MadeFacts of(long[] days, int orders, int lines, int buyers, BigDecimal net) {
        Arrays.sort(days);
        int purchasing = 0;
        int repeat = 0;
        long intervals = 0;
        long span = 0;
        int daysOfBuyer = 0;
        for (int i = 0; i < days.length; i++) {
            boolean isSameBuyer = i > 0 && days[i] >> DAY_BITS == days[i - 1] >> DAY_BITS;
            if (!isSameBuyer) {
                purchasing++;
                daysOfBuyer = 1;
            } else if (days[i] != days[i - 1]) {
                intervals++;
                span += days[i] - days[i - 1];
                repeat += ++daysOfBuyer == 2 ? 1 : 0;
            }
        }
        BigDecimal mean = BigDecimal.valueOf(span).divide(BigDecimal.valueOf(intervals), 6, RoundingMode.HALF_UP);
        return new MadeFacts(orders, days.length, lines, buyers, purchasing, repeat, intervals, mean, net);
    }
}

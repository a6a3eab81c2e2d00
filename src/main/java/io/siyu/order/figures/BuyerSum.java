package io.siyu.order.figures;

import io.siyu.buyer.standing.BuyerStandingWriter;
import io.siyu.order.Exclusion;
import io.siyu.platform.sql.ResultRow;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The sums in a buyer's row. Days are days since 1970, null where there is none.
 *
 * @param cents net spend in hundredths of the shop's currency
 * @param excluded orders that do not count, in the sequence of {@link Exclusion}
 */
record BuyerSum(
        int orders,
        int purchaseDays,
        Integer firstDay,
        Integer lastDay,
        long cents,
        Integer firstOrderDay,
        List<Integer> excluded) {

    static final String COLUMNS = "b.orders, b.purchase_days, " + Days.since1970("b.first_day") + " AS first_day, "
            + Days.since1970("b.last_day") + " AS last_day, b.net_spend, " + Days.since1970("b.first_order_day")
            + " AS first_order_day, "
            + BuyerStandingWriter.EXCLUDED.stream().map(column -> "b." + column).collect(Collectors.joining(", "));

    static BuyerSum of(BuyerTotals totals) {
        int n = totals.purchaseDays();
        List<Integer> excluded = new ArrayList<>();
        for (Exclusion exclusion : Exclusion.values()) {
            excluded.add(totals.excluded(exclusion));
        }
        return new BuyerSum(
                totals.orders(),
                n,
                n == 0 ? null : Integer.valueOf(totals.day(0)),
                n == 0 ? null : Integer.valueOf(totals.day(n - 1)),
                totals.cents(),
                totals.firstOrderDay(),
                excluded);
    }

    static BuyerSum read(ResultRow row) throws SQLException {
        List<Integer> excluded = new ArrayList<>();
        for (String column : BuyerStandingWriter.EXCLUDED) {
            excluded.add(row.intAt(column));
        }
        return new BuyerSum(
                row.intAt("orders"),
                row.intAt("purchase_days"),
                row.nullableIntAt("first_day"),
                row.nullableIntAt("last_day"),
                row.decimalAt("net_spend").unscaledValue().longValueExact(),
                row.nullableIntAt("first_order_day"),
                excluded);
    }

    /** The excluded orders are part of the buyer's row alone: what is kept by day does not tell them. */
    void excludeIn(BuyerTotals totals) {
        for (Exclusion exclusion : Exclusion.values()) {
            totals.exclude(exclusion, excluded.get(exclusion.ordinal()));
        }
    }

    /** As {@link BuyerStandingWriter} takes it. */
    Object[] row(long shopId, long buyerId, Instant now) {
        List<Object> values = new ArrayList<>(List.of(shopId, buyerId, now, orders, purchaseDays));
        values.addAll(Arrays.asList(date(firstDay), date(lastDay), BigDecimal.valueOf(cents, 2), date(firstOrderDay)));
        values.addAll(excluded);
        return values.toArray();
    }

    private static LocalDate date(Integer day) {
        return day == null ? null : LocalDate.ofEpochDay(day);
    }
}

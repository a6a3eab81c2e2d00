package io.siyu.tier;

import io.siyu.platform.sql.SqlFragment;

import java.time.LocalDate;

/**
 * Where SQL finds what buyers had bought up to a day: the sums that are kept with the buyer {@code b} know all orders;
 * what a buyer with later ones had bought is added up from purchase days.
 *
 * @param isAddedUp whether it is added up here, and not read from the buyer
 */
public record SumsAsOf(long shopId, LocalDate day, boolean isAddedUp) {
    /** The alias that has purchase_days, first_day, last_day and net_spend. */
    public String alias() {
        return isAddedUp ? "h" : "b";
    }

    /**
     * The buyers {@code b} with their sums, to follow FROM or UPDATE.
     *
     * @param which a condition on buyers {@code e}, so that no more is added up than is asked for
     */
    public SqlFragment buyers(SqlFragment which) {
        if (!isAddedUp) {
            return SqlFragment.of("buyer b");
        }
        return SqlFragment.of(
                        "buyer b JOIN (SELECT e.id, COUNT(p.day) AS purchase_days, MIN(p.day) AS first_day,"
                                + " MAX(p.day) AS last_day, COALESCE(SUM(p.net), 0.00) AS net_spend FROM buyer e"
                                + " LEFT JOIN purchase_day p ON p.shop_id = e.shop_id AND p.buyer_id = e.id"
                                + " AND p.day <= ? WHERE e.shop_id = ? AND ",
                        day,
                        shopId)
                .add(which)
                .add(" GROUP BY e.id) h ON h.id = b.id");
    }
}

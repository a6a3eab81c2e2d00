package io.siyu.forecast;

import io.siyu.forecast.model.PurchaseHistory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A buyer's purchases up to a day.
 *
 * @param days n: how many purchase days, at least 1
 * @param net of all of them
 * @param firstNet of the first of them
 * @param cycleDueDay the last purchase day plus the own cycle; null while the shop's tiers were never worked out
 */
public record BuyerPurchases(
        long buyerId,
        int days,
        LocalDate firstDay,
        LocalDate lastDay,
        BigDecimal net,
        BigDecimal firstNet,
        LocalDate cycleDueDay) {
    public static final double DAYS_A_WEEK = 7;

    int repeats() {
        return days - 1;
    }

    /** In weeks. */
    public PurchaseHistory history(LocalDate asOf) {
        return new PurchaseHistory(
                repeats(),
                ChronoUnit.DAYS.between(firstDay, lastDay) / DAYS_A_WEEK,
                ChronoUnit.DAYS.between(firstDay, asOf) / DAYS_A_WEEK);
    }

    /**
     * The mean net amount of the repeat purchase days: the usual data of Gamma-Gamma, which leaves the first purchase
     * out, for it is often made at a trial price. Not below 0.
     */
    double repeatSpend() {
        return days < 2 ? 0 : Math.max(0, net.subtract(firstNet).doubleValue() / repeats());
    }
}

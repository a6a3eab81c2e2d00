package io.siyu.buyer.standing;

import io.siyu.platform.sql.SqlFragment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Where recency, frequency and money of a shop's purchasing buyers part into fifths: four thresholds each, ascending, the
 * k-th being the value at rank ⌈k·N/5⌉ (nearest rank). A score is one more than the number of thresholds that the value
 * is above, so that equal values score alike.
 *
 * @param day as of which
 * @param buyers N
 * @param lastDays of the last purchase day
 * @param purchaseDays of the number of purchase days
 * @param netSpends of net spend
 */
public record RfmScale(
        LocalDate day, long buyers, List<LocalDate> lastDays, List<Integer> purchaseDays, List<BigDecimal> netSpends) {

    public static final int FIFTHS = 5;

    /** The three scores of a buyer, of which one is worked out from each of the buyer's sums. */
    public enum Dimension {
        R("last_day"),
        F("purchase_days"),
        M("net_spend");

        private final String column;

        Dimension(String column) {
            this.column = column;
        }
    }

    public RfmScale {
        lastDays = List.copyOf(lastDays);
        purchaseDays = List.copyOf(purchaseDays);
        netSpends = List.copyOf(netSpends);
    }

    /** Null for a buyer who has not purchased. */
    public RfmScore scoreOf(int days, LocalDate lastDay, BigDecimal netSpend) {
        return days == 0
                ? null
                : new RfmScore(
                        score(lastDays, lastDay::compareTo),
                        score(purchaseDays, threshold -> Integer.compare(days, threshold)),
                        score(netSpends, netSpend::compareTo));
    }

    /**
     * The same in SQL.
     *
     * @param sums the alias under which the query has last_day, purchase_days and net_spend
     * @return a number, or NULL for a buyer who has not purchased
     */
    public SqlFragment score(Dimension dimension, String sums) {
        List<Object> thresholds = new ArrayList<>(
                switch (dimension) {
                    case R -> lastDays;
                    case F -> purchaseDays;
                    case M -> netSpends;
                });
        SqlFragment score = SqlFragment.of("CASE WHEN " + sums + ".purchase_days = 0 THEN NULL");
        for (int k = thresholds.size(); k >= 1; k--) {
            score = score.add(" WHEN " + sums + "." + dimension.column + " > ? THEN " + (k + 1), thresholds.get(k - 1));
        }
        return score.add(" ELSE 1 END");
    }

    private static <T> int score(List<T> thresholds, ToIntFunction<T> comparedTo) {
        return 1
                + (int) thresholds.stream()
                        .filter(threshold -> comparedTo.applyAsInt(threshold) > 0)
                        .count();
    }
}

package io.siyu.forecast;

import io.siyu.buyer.standing.KeptCycle;
import io.siyu.buyer.standing.ShopStandings;
import io.siyu.cycle.CycleService;
import io.siyu.forecast.model.PurchaseHistory;
import io.siyu.forecast.model.WeightedHistories;
import io.siyu.forecast.model.WeightedSpends;
import io.siyu.forecast.trial.HoldoutSample;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Reads purchases up to a day, as models take them: what was bought later does not exist. */
@ApplicationScoped
public class PurchaseHistories {
    public static final int PAGE = 5000;

    /** Where nothing was bought later the sums that are kept in step with the orders say all. */
    private static final String SUMS = "SELECT purchase_days AS days, first_day, last_day FROM buyer"
            + " WHERE shop_id = ? AND purchase_days > 0 AND last_day <= ?";

    private static final String SUMS_AS_OF =
            "SELECT COUNT(*) AS days, MIN(day) AS first_day, MAX(day) AS last_day FROM purchase_day"
                    + " WHERE shop_id = ? AND day <= ? GROUP BY buyer_id";

    private static final String BUYERS =
            "SELECT b.id, COUNT(*) AS days, MIN(p.day) AS first_day, MAX(p.day) AS last_day,"
                    + " SUM(p.net) AS net, SUM(CASE WHEN p.day = b.first_day THEN p.net ELSE 0 END) AS first_net"
                    + " FROM buyer b JOIN purchase_day p ON p.shop_id = b.shop_id AND p.buyer_id = b.id"
                    + " WHERE b.shop_id = ? AND p.day <= ?";

    private final Sql sql;
    private final CycleService cycles;
    private final ShopStandings standings;

    PurchaseHistories(Sql sql, CycleService cycles, ShopStandings standings) {
        this.sql = sql;
        this.cycles = cycles;
        this.standings = standings;
    }

    private String sums(long shopId, LocalDate asOf) {
        return cycles.hasOrdersAfter(shopId, asOf) ? SUMS_AS_OF : SUMS;
    }

    public FitData data(long shopId, LocalDate asOf) {
        return sql.first(
                        "SELECT COUNT(*) AS buyers, COALESCE(SUM(days > 1), 0) AS repeats,"
                                + " COALESCE(DATEDIFF(MAX(last_day), MIN(first_day)), 0) AS history FROM ("
                                + sums(shopId, asOf) + ") h",
                        row -> new FitData(row.intAt("history"), row.longAt("buyers"), row.longAt("repeats")),
                        shopId,
                        asOf)
                .orElseThrow();
    }

    public boolean isEmpty(long shopId) {
        return sql.first("SELECT 1 AS one FROM purchase_day WHERE shop_id = ? LIMIT 1", row -> row.intAt("one"), shopId)
                .isEmpty();
    }

    /** In weeks. */
    public WeightedHistories weighted(long shopId, LocalDate asOf) {
        WeightedHistories.Builder builder = new WeightedHistories.Builder();
        sql.forEach(
                "SELECT days - 1 AS repeats, DATEDIFF(last_day, first_day) AS span, DATEDIFF(?, first_day) AS age,"
                        + " COUNT(*) AS buyers FROM (" + sums(shopId, asOf) + ") h GROUP BY repeats, span, age",
                row -> builder.add(
                        new PurchaseHistory(
                                row.intAt("repeats"),
                                row.intAt("span") / BuyerPurchases.DAYS_A_WEEK,
                                row.intAt("age") / BuyerPurchases.DAYS_A_WEEK),
                        row.longAt("buyers")),
                asOf,
                shopId,
                asOf);
        return builder.build();
    }

    /** Of everybody with a repeat purchase day whose repeat purchases brought something. */
    public WeightedSpends spends(long shopId, LocalDate asOf) {
        WeightedSpends spends = new WeightedSpends();
        sql.forEach(
                BUYERS + " AND b.purchase_days > 1 GROUP BY b.id HAVING days > 1",
                row -> {
                    BuyerPurchases buyer = read(row, Optional.empty());
                    if (buyer.repeatSpend() > 0) {
                        spends.add(buyer.repeats(), buyer.repeatSpend(), 1);
                    }
                },
                shopId,
                asOf);
        return spends;
    }

    /** Everybody who had purchased by the split day, with what came in the same number of days before and after it. */
    public HoldoutSample holdout(long shopId, LocalDate split, LocalDate asOf) {
        LocalDate before = split.minusDays(split.until(asOf, ChronoUnit.DAYS));
        HoldoutSample sample = new HoldoutSample();
        sql.forEach(
                "SELECT SUM(day <= ?) - 1 AS repeats, DATEDIFF(MAX(CASE WHEN day <= ? THEN day END), MIN(day)) AS span,"
                        + " DATEDIFF(?, MIN(day)) AS age, SUM(day > ? AND day <= ?) AS before_split,"
                        + " SUM(day > ?) AS after_split FROM purchase_day WHERE shop_id = ? AND day <= ?"
                        + " GROUP BY buyer_id HAVING MIN(day) <= ?",
                row -> sample.add(
                        row.intAt("repeats"),
                        row.intAt("span"),
                        row.intAt("age"),
                        row.intAt("before_split"),
                        row.intAt("after_split")),
                split,
                split,
                split,
                before,
                split,
                split,
                shopId,
                asOf,
                split);
        return sample;
    }

    /** The next people behind an id; fewer than a full page when there are no more. */
    public List<BuyerPurchases> page(long shopId, LocalDate asOf, long afterId) {
        Optional<KeptCycle> cycle = standings.find(shopId).cycle();
        return sql.list(
                BUYERS + " AND b.id > ? AND b.purchase_days > 0 AND b.merged_into IS NULL AND b.erased_at IS NULL"
                        + " GROUP BY b.id ORDER BY b.id LIMIT " + PAGE,
                row -> read(row, cycle),
                shopId,
                asOf,
                afterId);
    }

    /** Empty for a buyer without a purchase by that day. */
    public Optional<BuyerPurchases> find(long shopId, long buyerId, LocalDate asOf) {
        Optional<KeptCycle> cycle = standings.find(shopId).cycle();
        return sql.first(BUYERS + " AND b.id = ? GROUP BY b.id", row -> read(row, cycle), shopId, asOf, buyerId);
    }

    private static BuyerPurchases read(ResultRow row, Optional<KeptCycle> cycle) throws SQLException {
        int days = row.intAt("days");
        LocalDate first = row.dayAt("first_day");
        LocalDate last = row.dayAt("last_day");
        return new BuyerPurchases(
                row.longAt("id"),
                days,
                first,
                last,
                row.decimalAt("net"),
                row.decimalAt("first_net"),
                cycle.map(kept -> kept.dueDay(days, first, last)).orElse(null));
    }
}

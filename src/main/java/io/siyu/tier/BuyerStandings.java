package io.siyu.tier;

import io.siyu.buyer.Tier;
import io.siyu.platform.sql.Row;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads buyers as they were on a day: later orders do not exist, nor does a buyer whose first order came later. Buyers
 * without later purchases are read from their sums, the others from their purchase days.
 */
@ApplicationScoped
class BuyerStandings {
    static final int PAGE = 5000;

    private static final String COLUMNS = "SELECT b.id, b.platform_id, b.purchase_days, b.first_day, b.last_day,"
            + " b.net_spend, b.tier, b.tier_since FROM buyer b";

    private final Sql sql;

    BuyerStandings(Sql sql) {
        this.sql = sql;
    }

    /** All buyers in the order of their ids, page by page. */
    void forEach(long shopId, LocalDate asOf, Consumer<BuyerStanding> reader) {
        long after = 0;
        List<BuyerStanding> page;
        do {
            page = page(shopId, asOf, after);
            page.forEach(reader);
            after = page.isEmpty() ? after : page.get(page.size() - 1).history().buyerId();
        } while (page.size() == PAGE);
    }

    /** The next buyers behind an id; fewer than a full page when there are no more. */
    List<BuyerStanding> page(long shopId, LocalDate asOf, long afterId) {
        List<BuyerStanding> page = sql.list(
                COLUMNS + " WHERE b.shop_id = ? AND b.id > ? AND b.first_order_day <= ? ORDER BY b.id LIMIT " + PAGE,
                BuyerStandings::standing,
                shopId,
                afterId,
                asOf);
        return asOf(shopId, asOf, page);
    }

    /**
     * The next buyers behind an id for whom a policy may have another verdict than the one that is stored; fewer than a
     * full page when there are no more.
     */
    List<BuyerStanding> pageToJudge(long shopId, TierPolicy policy, TierContext context, long afterId) {
        TierSql verdict = TierSql.of(policy, context);
        List<Object> params = new ArrayList<>(List.of(shopId, afterId, context.asOf()));
        params.addAll(verdict.params());
        List<BuyerStanding> page = sql.list(
                COLUMNS + " WHERE b.shop_id = ? AND b.id > ? AND b.first_order_day <= ? AND (" + verdict.differs()
                        + ") ORDER BY b.id LIMIT " + PAGE,
                BuyerStandings::standing,
                params.toArray());
        return asOf(shopId, context.asOf(), page);
    }

    /** Hands over what every buyer has spent who has purchased; all of it, whatever the day. */
    void forEachSpend(long shopId, Consumer<BigDecimal> reader) {
        sql.forEach(
                "SELECT net_spend FROM buyer WHERE shop_id = ? AND purchase_days > 0",
                row -> reader.accept(row.decimalAt("net_spend")),
                shopId);
    }

    private List<BuyerStanding> asOf(long shopId, LocalDate asOf, List<BuyerStanding> page) {
        boolean someBoughtLater = page.stream().anyMatch(standing -> boughtAfter(asOf, standing));
        return someBoughtLater ? before(shopId, asOf, page) : page;
    }

    private List<BuyerStanding> before(long shopId, LocalDate asOf, List<BuyerStanding> page) {
        Map<Long, BuyerHistory> then = new HashMap<>();
        sql.list(
                        "SELECT buyer_id, COUNT(*) AS days, MIN(day) AS first_day, MAX(day) AS last_day, SUM(net) AS net"
                                + " FROM purchase_day WHERE shop_id = ? AND buyer_id BETWEEN ? AND ? AND day <= ?"
                                + " GROUP BY buyer_id",
                        row -> new BuyerHistory(
                                row.longAt("buyer_id"),
                                null,
                                row.intAt("days"),
                                row.dayAt("first_day"),
                                row.dayAt("last_day"),
                                row.decimalAt("net")),
                        shopId,
                        page.get(0).history().buyerId(),
                        page.get(page.size() - 1).history().buyerId(),
                        asOf)
                .forEach(history -> then.put(history.buyerId(), history));
        return page.stream()
                .map(standing -> boughtAfter(asOf, standing)
                        ? standing.as(then.get(standing.history().buyerId()))
                        : standing)
                .toList();
    }

    private static boolean boughtAfter(LocalDate day, BuyerStanding standing) {
        LocalDate last = standing.history().lastDay();
        return last != null && last.isAfter(day);
    }

    private static BuyerStanding standing(Row row) throws SQLException {
        BuyerHistory history = new BuyerHistory(
                row.longAt("id"),
                row.textAt("platform_id"),
                row.intAt("purchase_days"),
                row.dayAt("first_day"),
                row.dayAt("last_day"),
                row.decimalAt("net_spend"));
        return new BuyerStanding(history, row.enumAt("tier", Tier.class), row.dayAt("tier_since"));
    }
}

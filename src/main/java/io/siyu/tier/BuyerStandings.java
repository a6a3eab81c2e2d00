package io.siyu.tier;

import io.siyu.buyer.Tier;
import io.siyu.platform.sql.Row;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.time.LocalDate;
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
                "SELECT id, platform_id, purchase_days, first_day, last_day, net_spend,"
                        + " tier, tier_since, own_cycle_days, due_day FROM buyer"
                        + " WHERE shop_id = ? AND id > ? AND first_order_day <= ? ORDER BY id LIMIT " + PAGE,
                BuyerStandings::standing,
                shopId,
                afterId,
                asOf);
        boolean someBoughtLater = page.stream().anyMatch(standing -> boughtAfter(asOf, standing));
        return someBoughtLater ? asOf(shopId, asOf, page) : page;
    }

    private List<BuyerStanding> asOf(long shopId, LocalDate asOf, List<BuyerStanding> page) {
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
        return new BuyerStanding(
                history,
                row.enumAt("tier", Tier.class),
                row.dayAt("tier_since"),
                row.decimalAt("own_cycle_days"),
                row.dayAt("due_day"));
    }
}

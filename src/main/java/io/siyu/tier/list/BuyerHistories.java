package io.siyu.tier.list;

import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;
import io.siyu.tier.BuyerHistory;

import jakarta.enterprise.context.ApplicationScoped;

import java.math.BigDecimal;
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
public class BuyerHistories {
    static final int PAGE = 5000;

    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    private final Sql sql;

    BuyerHistories(Sql sql) {
        this.sql = sql;
    }

    /** All buyers in the order of their ids, page by page. */
    void forEach(long shopId, LocalDate asOf, Consumer<BuyerHistory> reader) {
        long after = 0;
        List<BuyerHistory> page;
        do {
            page = page(shopId, asOf, after);
            page.forEach(reader);
            after = page.isEmpty() ? after : page.get(page.size() - 1).buyerId();
        } while (page.size() == PAGE);
    }

    /** The next buyers behind an id; fewer than a full page when there are no more. */
    public List<BuyerHistory> page(long shopId, LocalDate asOf, long afterId) {
        List<BuyerHistory> page = sql.list(
                "SELECT id, platform_id, purchase_days, first_day, last_day, net_spend FROM buyer"
                        + " WHERE shop_id = ? AND id > ? AND first_order_day <= ? ORDER BY id LIMIT " + PAGE,
                BuyerHistories::history,
                shopId,
                afterId,
                asOf);
        boolean someBoughtLater = page.stream().anyMatch(history -> boughtAfter(asOf, history));
        return someBoughtLater ? before(shopId, asOf, page) : page;
    }

    private List<BuyerHistory> before(long shopId, LocalDate asOf, List<BuyerHistory> page) {
        Map<Long, BuyerHistory> then = new HashMap<>();
        sql.list(
                        "SELECT buyer_id AS id, NULL AS platform_id, COUNT(*) AS purchase_days, MIN(day) AS first_day,"
                                + " MAX(day) AS last_day, SUM(net) AS net_spend"
                                + " FROM purchase_day WHERE shop_id = ? AND buyer_id BETWEEN ? AND ? AND day <= ?"
                                + " GROUP BY buyer_id",
                        BuyerHistories::history,
                        shopId,
                        page.get(0).buyerId(),
                        page.get(page.size() - 1).buyerId(),
                        asOf)
                .forEach(history -> then.put(history.buyerId(), history));
        return page.stream()
                .map(now -> boughtAfter(asOf, now) ? earlier(now, then.get(now.buyerId())) : now)
                .toList();
    }

    /** @param then null for a day before the first purchase */
    private static BuyerHistory earlier(BuyerHistory now, BuyerHistory then) {
        return then == null
                ? new BuyerHistory(now.buyerId(), now.platformId(), 0, null, null, NOTHING)
                : new BuyerHistory(
                        now.buyerId(),
                        now.platformId(),
                        then.purchaseDays(),
                        then.firstDay(),
                        then.lastDay(),
                        then.netSpend());
    }

    private static boolean boughtAfter(LocalDate day, BuyerHistory history) {
        return history.lastDay() != null && history.lastDay().isAfter(day);
    }

    private static BuyerHistory history(ResultRow row) throws SQLException {
        return new BuyerHistory(
                row.longAt("id"),
                row.textAt("platform_id"),
                row.intAt("purchase_days"),
                row.dayAt("first_day"),
                row.dayAt("last_day"),
                row.decimalAt("net_spend"));
    }
}

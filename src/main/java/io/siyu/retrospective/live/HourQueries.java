package io.siyu.retrospective.live;

import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.retrospective.sales.Population;
import io.siyu.retrospective.sales.SalesWindow;
import io.siyu.shop.Shop;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/**
 * Counts what happened by quarters of an hour, so that a screen that asks again and again reads few rows: each zone's hours
 * are whole quarters.
 */
@ApplicationScoped
public class HourQueries {
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final int MINUTES = 15;

    private final Sql sql;

    HourQueries(Sql sql) {
        this.sql = sql;
    }

    private static String slice(String instant) {
        return "TIMESTAMPDIFF(MINUTE, '2000-01-01', " + instant + ") DIV " + MINUTES + " AS slice";
    }

    private static Instant at(long slice) {
        return FIRST.plus(Duration.ofMinutes(slice * MINUTES));
    }

    public void addRecipients(Hours hours, long shopId, long campaignId) {
        sql.forEach(
                "SELECT " + slice("r.state_at") + ", SUM(r.state = 'SENT') AS sent, SUM(r.state = 'FAILED') AS failed"
                        + " FROM task t JOIN task_recipient r ON r.shop_id = t.shop_id AND r.task_id = t.id"
                        + " WHERE t.shop_id = ? AND t.campaign_id = ? AND t.post_id IS NOT NULL"
                        + " AND r.state IN ('SENT', 'FAILED') AND r.state_at IS NOT NULL GROUP BY slice",
                row -> {
                    hours.addSent(at(row.longAt("slice")), row.intAt("sent"));
                    hours.addFailed(at(row.longAt("slice")), row.intAt("failed"));
                },
                shopId,
                campaignId);
    }

    public void addOrders(Hours hours, long shopId, SalesWindow window, Population people) {
        SqlFragment query = SqlFragment.of("SELECT " + slice("COALESCE(o.paid_at, o.created_at)")
                        + ", COUNT(*) AS orders, SUM(o.net_amount) AS net FROM shop_order o")
                .add(people.joined())
                .add(
                        " WHERE o.shop_id = ? AND o.day BETWEEN ? AND ? AND o.counted = TRUE AND " + people.matched()
                                + " GROUP BY slice",
                        shopId,
                        window.from(),
                        window.to());
        sql.forEach(query, row -> hours.addOrders(at(row.longAt("slice")), row.intAt("orders"), row.decimalAt("net")));
    }

    public void addGrowth(Hours hours, Shop shop, SalesWindow window, Collection<Long> accounts) {
        if (accounts.isEmpty()) {
            return;
        }
        Map<String, Object> values = Map.of(
                "shop", shop.id(),
                "from", window.begin(shop.zone()),
                "until", window.end(shop.zone()),
                "first", window.from(),
                "last", window.to(),
                "accounts", accounts);
        sql.forEach(
                SqlFragment.named(
                        "SELECT " + slice("f.added_at") + ", COUNT(*) AS n FROM follower f WHERE f.shop_id = :shop"
                                + " AND f.added_at >= :from AND f.added_at < :until AND f.account_id IN (:accounts)"
                                + " GROUP BY slice",
                        values),
                row -> hours.addAdds(at(row.longAt("slice")), row.intAt("n")));
        sql.forEach(
                SqlFragment.named(
                        "SELECT " + slice("l.told_at") + ", COUNT(*) AS n FROM follower_loss l WHERE l.shop_id = :shop"
                                + " AND l.day BETWEEN :first AND :last AND l.account_id IN (:accounts) GROUP BY slice",
                        values),
                row -> hours.addLosses(at(row.longAt("slice")), row.intAt("n")));
    }
}

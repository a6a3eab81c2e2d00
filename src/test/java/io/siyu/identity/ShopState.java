package io.siyu.identity;

import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.stream.Stream;

/** All that a merge moves, in words that can be compared; and whether the sums are what the orders say. */
@ApplicationScoped
public class ShopState {
    private final Sql sql;

    ShopState(Sql sql) {
        this.sql = sql;
    }

    List<String> of(long shopId) {
        return Stream.of(
                        rows(
                                "orders",
                                "SELECT CONCAT_WS(' ', order_no, buyer_id) AS t FROM shop_order WHERE shop_id = ?",
                                shopId),
                        rows(
                                "key",
                                "SELECT CONCAT_WS(' ', kind, HEX(key_hash), buyer_id) AS t FROM buyer_identity WHERE shop_id = ?",
                                shopId),
                        rows(
                                "buyer",
                                "SELECT CONCAT_WS(' ', id, COALESCE(platform_id, '-'), orders, purchase_days, COALESCE(first_day, '-'),"
                                        + " COALESCE(last_day, '-'), net_spend, tier, opted_out, COALESCE(merged_into, '-'), COALESCE(HEX(contact_hash), '-'),"
                                        + " COALESCE(contact_at, '-'), COALESCE(HEX(phone_enc), '-'), COALESCE(HEX(email_enc), '-')) AS t FROM buyer WHERE shop_id = ?",
                                shopId),
                        rows(
                                "day",
                                "SELECT CONCAT_WS(' ', buyer_id, day, orders, net) AS t FROM purchase_day WHERE shop_id = ?",
                                shopId),
                        rows(
                                "interval",
                                "SELECT CONCAT_WS(' ', basis, kind, point, n, total) AS t FROM cycle_figure"
                                        + " WHERE shop_id = ? AND n <> 0 AND kind NOT IN ('UNPAID', 'CLOSED')",
                                shopId),
                        rows(
                                "follower",
                                "SELECT CONCAT_WS(' ', id, buyer_id, COALESCE(account_id, '-'), status, tier, COALESCE(remark, '-'))"
                                        + " AS t FROM follower WHERE shop_id = ?",
                                shopId),
                        rows(
                                "tag",
                                "SELECT CONCAT_WS(' ', follower_id, tag) AS t FROM follower_tag WHERE shop_id = ?",
                                shopId))
                .flatMap(List::stream)
                .toList();
    }

    /** Buyers whose sums are not those of their counted orders. */
    List<String> wrongSums(long shopId) {
        return sql.list(
                "SELECT b.id FROM buyer b LEFT JOIN (SELECT buyer_id, COUNT(*) AS n, COUNT(DISTINCT day) AS days, SUM(net_amount) AS net,"
                        + " MIN(day) AS first_day, MAX(day) AS last_day FROM shop_order WHERE shop_id = ? AND counted"
                        + " GROUP BY buyer_id) o ON o.buyer_id = b.id WHERE b.shop_id = ? AND NOT (b.orders = COALESCE(o.n, 0)"
                        + " AND b.purchase_days = COALESCE(o.days, 0) AND b.net_spend = COALESCE(o.net, 0)"
                        + " AND b.first_day <=> o.first_day AND b.last_day <=> o.last_day)",
                row -> String.valueOf(row.longAt("id")),
                shopId,
                shopId);
    }

    private List<String> rows(String what, String query, long shopId) {
        return sql.list(query, row -> what + " " + row.textAt("t"), shopId).stream()
                .sorted()
                .toList();
    }
}

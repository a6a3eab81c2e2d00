package io.siyu.support;

import io.siyu.tier.TierStandings;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * All that orders left of themselves in a shop, row by row, told by natural keys: ids and the times of writing are left
 * out, a buyer is called after his or her smallest order number. So two shops can be compared.
 */
public final class ShopOutcome {
    private static final int DIFFERENCES_SHOWN = 5;
    private static final Map<String, String> QUERIES = new LinkedHashMap<>();

    static {
        QUERIES.put(
                "orders",
                "SELECT order_no, buyer_id, status, created_at, paid_at, day, paid_amount, refund_amount, net_amount,"
                        + " counted, exclusion, source_at FROM shop_order WHERE shop_id = ?");
        QUERIES.put("sources", "SELECT order_no, source FROM shop_order WHERE shop_id = ?");
        QUERIES.put("writes", "SELECT order_no, version FROM shop_order WHERE shop_id = ?");
        QUERIES.put(
                "lines",
                "SELECT o.order_no, l.line_no, l.title, l.sku, l.quantity, l.unit_price, l.ordered_quantity FROM order_line l"
                        + " LEFT JOIN shop_order o ON o.shop_id = l.shop_id AND o.id = l.order_id WHERE l.shop_id = ?");
        QUERIES.put(
                "buyers",
                "SELECT b.id AS buyer_id, b.platform_id, b.orders, b.purchase_days, b.first_day, b.last_day,"
                        + " b.net_spend, b.first_order_day, b.tier, b.tier_since, " + TierStandings.DUE_DAY
                        + ", b.opted_out,"
                        + " name_enc IS NULL, phone_enc IS NULL, email_enc IS NULL, address_enc IS NULL"
                        + " FROM buyer b LEFT JOIN tier_run r ON r.shop_id = b.shop_id"
                        + " WHERE b.shop_id = ? AND merged_into IS NULL");
        QUERIES.put("merges", "SELECT id FROM buyer WHERE shop_id = ? AND merged_into IS NOT NULL");
        QUERIES.put("identities", "SELECT buyer_id, kind FROM buyer_identity WHERE shop_id = ?");
        QUERIES.put("purchase days", "SELECT buyer_id, day, orders, net FROM purchase_day WHERE shop_id = ?");
        QUERIES.put(
                "tier moves",
                "SELECT buyer_id, from_tier, to_tier, day, reason FROM buyer_tier_move WHERE shop_id = ?");
        QUERIES.put("followers", "SELECT buyer_id, status FROM follower WHERE shop_id = ?");
        QUERIES.put(
                "rejects",
                "SELECT i.file_name, r.row_no, r.col, r.value, r.reason FROM order_import_reject r JOIN order_import i"
                        + " ON i.shop_id = r.shop_id AND i.id = r.import_id WHERE r.shop_id = ?");
        QUERIES.put(
                "imports",
                "SELECT file_name, status, rows_total, rows_done, orders_created, orders_updated, orders_unchanged,"
                        + " orders_stale, orders_rejected, orders_superseded, buyers_created, buyers_updated, failure"
                        + " FROM order_import WHERE shop_id = ?");
        QUERIES.put("intervals", "SELECT basis, kind, point, n, total FROM cycle_figure WHERE shop_id = ? AND n <> 0");
        QUERIES.put("totals due", "SELECT buyer_id FROM buyer_totals_due WHERE shop_id = ?");
    }

    private final Map<String, List<String>> rows = new LinkedHashMap<>();

    private ShopOutcome() {}

    public static ShopOutcome of(Connection connection, String shop) {
        try {
            ShopOutcome outcome = new ShopOutcome();
            Map<Long, String> names = buyerNames(connection, shop);
            for (Map.Entry<String, String> query : QUERIES.entrySet()) {
                outcome.rows.put(query.getKey(), read(connection, query.getValue(), shop, names));
            }
            return outcome;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Some of these parts only, such as those that do not tell in which sequence things came. */
    public ShopOutcome only(String... parts) {
        ShopOutcome some = new ShopOutcome();
        for (String part : parts) {
            some.rows.put(part, rows.get(part));
        }
        return some;
    }

    public List<String> rows(String part) {
        return rows.get(part);
    }

    public void assertSameAs(ShopOutcome expected) {
        expected.rows.forEach((part, there) -> {
            List<String> here = rows.get(part);
            assertThat(lacking(there, here))
                    .as(part + ": what is missing or wrong")
                    .isEmpty();
            assertThat(lacking(here, there))
                    .as(part + ": what should not be there")
                    .isEmpty();
            assertThat(here).as(part).hasSameSizeAs(there);
        });
    }

    private static List<String> lacking(List<String> rows, List<String> in) {
        Map<String, Integer> counts = new HashMap<>();
        in.forEach(row -> counts.merge(row, 1, Integer::sum));
        return rows.stream()
                .filter(row -> counts.merge(row, -1, Integer::sum) < 0)
                .limit(DIFFERENCES_SHOWN)
                .toList();
    }

    private static Map<Long, String> buyerNames(Connection connection, String shop) throws SQLException {
        Map<Long, String> names = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement("SELECT buyer_id, MIN(order_no) FROM shop_order"
                + " WHERE shop_id = ? AND buyer_id IS NOT NULL GROUP BY buyer_id")) {
            statement.setLong(1, Long.parseLong(shop));
            try (ResultSet results = statement.executeQuery()) {
                while (results.next()) {
                    names.put(results.getLong(1), results.getString(2));
                }
            }
        }
        return names;
    }

    private static List<String> read(Connection connection, String sql, String shop, Map<Long, String> names)
            throws SQLException {
        List<String> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, Long.parseLong(shop));
            try (ResultSet results = statement.executeQuery()) {
                ResultSetMetaData columns = results.getMetaData();
                while (results.next()) {
                    StringJoiner row = new StringJoiner(" | ");
                    for (int i = 1; i <= columns.getColumnCount(); i++) {
                        boolean isBuyer = columns.getColumnLabel(i).equals("buyer_id");
                        String value = results.getString(i);
                        row.add(isBuyer && value != null ? "buyer of " + names.get(results.getLong(i)) : value);
                    }
                    rows.add(row.toString());
                }
            }
        }
        rows.sort(null);
        return rows;
    }
}

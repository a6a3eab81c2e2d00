package io.siyu.bench.year;

import com.fasterxml.jackson.databind.JsonNode;
import io.siyu.support.DatabaseServer;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Looks at what a year left behind, by SQL of its own. */
final class YearProof {
    private final DatabaseServer database;
    private final YearShop shop;
    private final Marketing marketing;
    private final List<String> lines = new ArrayList<>();

    YearProof(DatabaseServer database, YearShop shop, Marketing marketing) {
        this.database = database;
        this.shop = shop;
        this.marketing = marketing;
    }

    void check(String title, List<String> figures) throws SQLException, IOException {
        lines.add(title);
        lines.addAll(figures);
        try (Connection connection = database.connect()) {
            tell(connection);
            List<String> faults = new ArrayList<>();
            faults.addAll(none(connection, "a task made twice", """
                    SELECT CONCAT(post_id, ' ', account_id, ' ', occurrence) FROM task WHERE shop_id = ? AND post_id IS NOT NULL
                    GROUP BY post_id, account_id, occurrence HAVING COUNT(*) > 1
                    """));
            faults.addAll(none(connection, "an end without a reason", """
                    SELECT CONCAT(id, ' ', status) FROM task
                    WHERE shop_id = ? AND status IN ('EXPIRED', 'SKIPPED') AND COALESCE(reason, '') = ''
                    """));
            faults.addAll(none(connection, "a closed task that nobody closed", """
                    SELECT id FROM task WHERE shop_id = ? AND status = 'DONE' AND closed_at IS NULL
                    """));
            faults.addAll(none(connection, "a message sent twice by one task", """
                    SELECT CONCAT(task_id, ' ', sent_to) FROM contact WHERE shop_id = ?
                    GROUP BY task_id, sent_to HAVING COUNT(*) > 1
                    """));
            faults.addAll(none(connection, "two private messages of a day without a breach", """
                    SELECT CONCAT(c.follower_id, ' ', c.day) FROM contact c WHERE c.shop_id = ? AND c.kind = 'PRIVATE'
                    GROUP BY c.shop_id, c.follower_id, c.day
                    HAVING COUNT(*) > 1 AND COUNT(*) - 1 > (SELECT COUNT(*) FROM contact_breach b
                        JOIN contact d ON d.shop_id = b.shop_id AND d.task_id = b.task_id AND d.sent_to = b.sent_to
                        WHERE b.shop_id = c.shop_id AND d.follower_id = c.follower_id AND d.day = c.day
                            AND b.broken = 'PRIVATE_PER_DAY')
                    """));
            faults.addAll(none(connection, "four moments of a day without a breach", """
                    SELECT CONCAT(c.account_id, ' ', c.day) FROM contact c WHERE c.shop_id = ? AND c.kind = 'MOMENT'
                    GROUP BY c.shop_id, c.account_id, c.day
                    HAVING COUNT(*) > 3 AND COUNT(*) - 3 > (SELECT COUNT(*) FROM contact_breach b
                        JOIN contact d ON d.shop_id = b.shop_id AND d.task_id = b.task_id AND d.sent_to = b.sent_to
                        WHERE b.shop_id = c.shop_id AND d.account_id = c.account_id AND d.day = c.day
                            AND b.broken = 'MOMENTS_PER_DAY')
                    """));
            faults.addAll(none(connection, "a private message after an opt-out without a breach", """
                    SELECT CONCAT(c.task_id, ' ', c.follower_id) FROM contact c
                    JOIN follower f ON f.shop_id = c.shop_id AND f.id = c.follower_id
                    JOIN buyer_privacy_event b FORCE INDEX (buyer_privacy_event_buyer)
                        ON b.shop_id = f.shop_id AND b.buyer_id = f.buyer_id
                    WHERE c.shop_id = ? AND c.kind = 'PRIVATE' AND b.kind = 'OPT_OUT' AND b.at < c.at
                        AND NOT EXISTS (SELECT 1 FROM contact_breach x WHERE x.shop_id = c.shop_id
                            AND x.task_id = c.task_id AND x.sent_to = c.sent_to AND x.broken = 'OPTED_OUT')
                    """));
            lines.forEach(System.out::println);
            Files.write(Path.of("target/bench/YearBench.txt"), lines);
            assertThat(faults).isEmpty();
            for (JsonNode retrospective : marketing.retrospectives()) {
                addsUp(connection, retrospective);
            }
        }
    }

    private void tell(Connection connection) throws SQLException {
        lines.add("tasks " + rows(connection, """
                SELECT CONCAT(kind, ' ', status, ' ', COUNT(*)) FROM task WHERE shop_id = ? GROUP BY kind, status
                """));
        lines.add("expired " + rows(connection, """
                SELECT CONCAT(reason, ' ', COUNT(*)) FROM task WHERE shop_id = ? AND status = 'EXPIRED' GROUP BY reason
                """));
        lines.add("contacts " + rows(connection, """
                SELECT CONCAT(kind, ' ', COUNT(*)) FROM contact WHERE shop_id = ? GROUP BY kind
                """));
        lines.add("breaches " + rows(connection, """
                SELECT CONCAT(broken, ' ', COUNT(*)) FROM contact_breach WHERE shop_id = ? GROUP BY broken
                """));
        lines.add("campaigns " + rows(connection, """
                SELECT CONCAT(status, ' ', COUNT(*)) FROM campaign WHERE shop_id = ? GROUP BY status
                """));
    }

    private void addsUp(Connection connection, JsonNode retrospective) throws SQLException {
        JsonNode window = retrospective.get("window");
        BigDecimal ofOrders =
                sum(connection, window.get("from").asText(), window.get("to").asText());
        assertThat(new BigDecimal(retrospective.get("sales").get("netAmount").asText()))
                .as(retrospective.get("campaignId") + " " + window)
                .isEqualByComparingTo(ofOrders);
    }

    private BigDecimal sum(Connection connection, String from, String to) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT COALESCE(SUM(net_amount), 0) FROM shop_order
                WHERE shop_id = ? AND counted AND exclusion IS NULL AND day BETWEEN ? AND ?
                """)) {
            statement.setLong(1, Long.parseLong(shop.id()));
            statement.setString(2, from);
            statement.setString(3, to);
            ResultSet found = statement.executeQuery();
            found.next();
            return found.getBigDecimal(1);
        }
    }

    private List<String> none(Connection connection, String fault, String sql) throws SQLException {
        List<String> found = rows(connection, sql);
        lines.add(fault + ": " + found.size());
        return found.stream().map(row -> fault + ": " + row).toList();
    }

    private List<String> rows(Connection connection, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, Long.parseLong(shop.id()));
            ResultSet found = statement.executeQuery();
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }
}

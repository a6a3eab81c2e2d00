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
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Looks at what a year left behind, by SQL of its own. */
final class YearProof {
    private final DatabaseServer database;
    private final YearShop shop;
    private final Marketing marketing;
    private final Instant now;
    private final List<String> lines = new ArrayList<>();

    /** @param now at the end of the year */
    YearProof(DatabaseServer database, YearShop shop, Marketing marketing, Instant now) {
        this.now = now;
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
            faults.addAll(none(connection, "work that is open past its validity", """
                    SELECT CONCAT(id, ' ', kind, ' ', status) FROM task WHERE shop_id = ?
                        AND (status IN ('PLANNED', 'OPEN') OR status = 'CLAIMED' AND lease_until < '%1$s')
                        AND valid_until < '%1$s'
                    """.formatted(aMinuteAgo())));
            faults.addAll(none(connection, "somebody left without a word on a task that is over", """
                    SELECT CONCAT(r.task_id, ' ', r.follower_id) FROM task_recipient r
                    JOIN task t ON t.shop_id = r.shop_id AND t.id = r.task_id
                    WHERE r.shop_id = ? AND r.state = 'PENDING' AND t.status IN ('DONE', 'SKIPPED', 'EXPIRED')
                    """));
            faults.addAll(none(connection, "a message of a campaign to somebody who was not listed for it", """
                    SELECT CONCAT(c.task_id, ' ', c.follower_id) FROM contact c
                    WHERE c.shop_id = ? AND c.kind = 'PRIVATE' AND c.campaign_id IS NOT NULL
                        AND NOT EXISTS (SELECT 1 FROM campaign_audience_variant v WHERE v.shop_id = c.shop_id
                            AND v.campaign_id = c.campaign_id AND v.follower_id = c.follower_id
                            AND v.post_id = c.post_id)
                    """));
            faults.addAll(none(connection, "a message of a campaign to somebody who is held out of it", """
                    SELECT CONCAT(c.task_id, ' ', c.follower_id) FROM contact c
                    JOIN campaign_audience a ON a.shop_id = c.shop_id AND a.campaign_id = c.campaign_id
                        AND a.follower_id = c.follower_id AND a.state = 'HELD_OUT'
                    WHERE c.shop_id = ? AND c.kind = 'PRIVATE'
                    """));
            lines.forEach(System.out::println);
            Files.write(Path.of("target/bench/YearBench.txt"), lines);
            assertThat(faults).isEmpty();
            for (JsonNode retrospective : marketing.retrospectives()) {
                addsUp(connection, retrospective);
            }
        }
    }

    private String aMinuteAgo() {
        return LocalDateTime.ofInstant(now.minusSeconds(60), ZoneOffset.UTC).toString();
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
        assertThat(amount(retrospective, "sales"))
                .as(retrospective.get("campaignId") + " " + window)
                .isEqualByComparingTo(ofOrders)
                .isEqualByComparingTo(
                        amount(retrospective, "audienceSales").add(amount(retrospective, "outsideSales")));
        assertThat(amount(retrospective, "audienceSales"))
                .isEqualByComparingTo(
                        amount(retrospective, "attributedSales").add(amount(retrospective, "notAttributedSales")));
    }

    private static BigDecimal amount(JsonNode retrospective, String part) {
        return new BigDecimal(retrospective.get(part).get("netAmount").asText());
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

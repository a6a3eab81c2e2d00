package io.siyu.bench;

import io.siyu.support.Waiting;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How fast a large shop's tiers come up to date: all of them after its first import, and those who age in a night (under
 * the standard policy about one buyer in 150), next to one statement that does no more than change those rows.
 */
class TierBench {
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final int NIGHTS = 3;
    private static final long INTERVALS = 1_500_000;
    private static final long INTERVAL_DAYS = 25;

    @Test
    void agesNearlyAsFastAsTheDatabaseChangesTheRows() throws SQLException {
        Figures figures = new Figures("TierBench, a shop of " + Stage.BUYERS + " buyers");
        try (Stage stage = new Stage("tier")) {
            String shop = stage.client().createShop("Bench");
            LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
            seed(stage.connection(), shop, today);

            double first = recalculate(stage, shop);
            assertThat(stage.count("SELECT COUNT(*) FROM follower WHERE shop_id = " + shop))
                    .isEqualTo(Stage.BUYERS);
            figures.rate("first tiering, with moves and followers", Stage.BUYERS, first);

            long vips = stage.count(
                    "SELECT CAST(JSON_VALUE(spend_percentiles, '$.\"90\"') AS SIGNED) FROM tier_run WHERE shop_id = "
                            + shop);
            Bare bare = new Bare(stage.connection(), shop, today, vips);
            double ours = Double.MAX_VALUE;
            double both = Double.MAX_VALUE;
            double alone = Double.MAX_VALUE;
            for (int night = 0; night < NIGHTS; night++) {
                aDayPasses(stage.connection(), shop);
                ours = Math.min(ours, recalculate(stage, shop));
                aDayPasses(stage.connection(), shop);
                both = Math.min(both, bare.update(true));
                aDayPasses(stage.connection(), shop);
                alone = Math.min(alone, bare.update(false));
            }
            String moved = "SELECT moved FROM tier_run WHERE shop_id = " + shop;
            figures.add("buyers who moved in the last night", String.valueOf(stage.count(moved)));
            figures.rate("one UPDATE of those buyers and their followers", Stage.BUYERS, both);
            figures.rate("one UPDATE of those buyers alone", Stage.BUYERS, alone);
            figures.rate("a night, with moves, reasons and due days", Stage.BUYERS, ours);
            figures.atMost("  in multiples of the UPDATE of the same rows", ours / both, 2.0);
            figures.atMost("  in multiples of the UPDATE of the buyers alone", ours / alone, 2.0);
            figures.rate("a night in which nobody moves", Stage.BUYERS, recalculate(stage, shop));
            figures.rate("a preview of the policy", Stage.BUYERS, preview(stage, shop));
            stage.heap().addTo(figures);
        }
        figures.print();
    }

    /** Most have bought once or twice, and most of those some time ago. */
    private static void seed(Connection connection, String shop, LocalDate today) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    ("INSERT INTO buyer (shop_id, id, platform_id, orders, purchase_days, first_day, last_day, net_spend,"
                                    + " first_order_day, name_enc, phone_enc, address_enc, contact_hash, contact_at,"
                                    + " created_at, updated_at)"
                                    + " SELECT %1$s, 500000000000000000 + seq * 4194304 + seq %% 1000,"
                                    + " CONCAT('bench', seq), n, n, IF(n = 0, NULL, DATE_SUB('%2$s',"
                                    + " INTERVAL r + (n - 1) * 20 + IF(n > 1, seq %% 13, 0) DAY)),"
                                    + " IF(n = 0, NULL, DATE_SUB('%2$s', INTERVAL r DAY)), n * (10 + seq %% 500),"
                                    + " '2020-01-01', REPEAT('n', 50), REPEAT('p', 45), REPEAT('a', 130),"
                                    + " REPEAT('h', 32), NOW(6), NOW(6), NOW(6) FROM (SELECT seq, IF(seq %% 50 = 0, 0,"
                                    + " 1 + FLOOR(-LOG(1 - RAND(seq)) * 2)) AS n,"
                                    + " FLOOR(POW(RAND(seq + 1000000000), 1.5) * 365) AS r FROM seq_1_to_%3$d) drawn")
                            .formatted(shop, today, Stage.BUYERS));
            statement.executeUpdate("INSERT INTO cycle_figure (shop_id, basis, kind, point, n, total) VALUES (" + shop
                    + ", 'BUYERS', 'SPAN', 1, " + INTERVALS + ", " + INTERVALS * INTERVAL_DAYS + ")");
            statement.executeUpdate("INSERT INTO tier_run (shop_id, run_no, day, valid_from, valid_until,"
                    + " policy_revision, cycle_basis, cycle_days, cycle_intervals, moved) VALUES (" + shop
                    + ", 1, '2020-01-01', '2020-01-01', '2100-01-01', 0, 'DEFAULT', 0, 0, 0)");
            statement.execute("ANALYZE TABLE buyer, follower, buyer_tier_move");
        }
    }

    /** As if all had happened a day earlier, for the service's clock is that of the machine. */
    private static void aDayPasses(Connection connection, String shop) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE buyer SET first_day = DATE_SUB(first_day, INTERVAL 1 DAY),"
                    + " last_day = DATE_SUB(last_day, INTERVAL 1 DAY) WHERE shop_id = " + shop);
        }
    }

    /** @return seconds from when the service takes the shop up until its tiers hold again */
    private static double recalculate(Stage stage, String shop) throws SQLException {
        String run = "SELECT run_no FROM tier_run WHERE shop_id = " + shop;
        String isOver = "SELECT COUNT(*) FROM tier_run WHERE valid_until > UTC_TIMESTAMP() + INTERVAL 6 MINUTE"
                + " AND finished_at IS NOT NULL AND run_no > %d AND shop_id = " + shop;
        long before = stage.count(run);
        try (Statement statement = stage.connection().createStatement()) {
            statement.executeUpdate("UPDATE tier_run SET valid_until = '2020-01-01' WHERE shop_id = " + shop);
        }
        Waiting.until("a run begins", PATIENCE, () -> stage.count(run) > before);
        long start = System.nanoTime();
        Waiting.until("the run ends", PATIENCE, () -> stage.count(isOver.formatted(before)) > 0);
        return (System.nanoTime() - start) / 1e9;
    }

    /** @param vips what the service found to be the 90th percentile of spend */
    private record Bare(Connection connection, String shop, LocalDate today, long vips) {
        private String tier() {
            return ("CASE WHEN b.purchase_days <= 0 THEN 'LEAD' WHEN %1$s > 3 * %2$s THEN 'LOST'"
                            + " WHEN %1$s > 1.5 * %2$s THEN 'AT_RISK'"
                            + " WHEN b.purchase_days >= 5 AND b.net_spend >= %3$d THEN 'VIP'"
                            + " WHEN b.purchase_days >= 3 THEN 'LOYAL' WHEN b.purchase_days = 2 THEN 'ACTIVE'"
                            + " WHEN b.purchase_days = 1 THEN 'NEW' END")
                    .formatted(
                            "DATEDIFF('" + today + "', b.last_day) * (b.purchase_days + 1) * " + INTERVALS,
                            "(DATEDIFF(b.last_day, b.first_day) * " + INTERVALS + " + " + 2 * INTERVALS * INTERVAL_DAYS
                                    + ")",
                            vips);
        }

        /** @return how many seconds one UPDATE took */
        private double update(boolean withFollowers) throws SQLException {
            String joined = " JOIN follower f ON f.shop_id = b.shop_id AND f.buyer_id = b.id";
            try (Statement statement = connection.createStatement()) {
                long start = System.nanoTime();
                statement.executeUpdate("UPDATE buyer b" + (withFollowers ? joined : "") + " SET "
                        + (withFollowers ? "f.tier = " + tier() + ", " : "") + "b.tier_since = '" + today
                        + "', b.tier = " + tier() + " WHERE b.shop_id = " + shop + " AND b.tier <> " + tier());
                double seconds = (System.nanoTime() - start) / 1e9;
                statement.executeUpdate("UPDATE buyer b" + joined + " SET f.tier = b.tier WHERE b.shop_id = " + shop
                        + " AND f.tier <> b.tier");
                return seconds;
            }
        }
    }

    private static double preview(Stage stage, String shop) {
        long start = System.nanoTime();
        stage.client().post("marketer", "/shops/" + shop + "/tier-policy/preview", Map.of());
        return (System.nanoTime() - start) / 1e9;
    }
}

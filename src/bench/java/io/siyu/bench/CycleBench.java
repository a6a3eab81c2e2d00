package io.siyu.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.siyu.platform.paging.Cursor;
import io.siyu.support.Client;
import io.siyu.support.Waiting;
import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long a large shop's cycle, follower lists and their pages take, next to reading one order by its key through the
 * same stack; and how long working all sums and figures out anew takes, next to the database grouping the same orders.
 */
class CycleBench {
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final int LOOKS = Integer.getInteger("bench.looks", 400);
    private static final long FIRST_ID = 500_000_000_000_000_000L;
    private static final long STEP = 4_194_304;

    @Test
    void answersAsFastAsItReadsARow() throws SQLException {
        Figures figures = new Figures("CycleBench, a shop of " + Stage.ORDERS + " orders of " + Stage.BUYERS
                + " buyers, one in three a follower");
        try (Stage stage = new Stage("cycle")) {
            String shop = stage.client().createShop("Bench");
            String account = stage.client()
                    .post("admin", "/shops/" + shop + "/accounts", accountOf(stage, shop))
                    .get("id")
                    .asText();
            knowSomebody(stage, shop);
            seed(stage, shop, account);
            JsonNode filled = rebuild(stage, shop);
            assertThat(filled.get("buyersCorrected").asLong())
                    .as("buyers as they were seeded")
                    .isZero();
            measureAnswers(stage, shop, figures);
            measureRebuild(stage, shop, figures);
            stage.heap().addTo(figures);
        }
        figures.print();
    }

    private static Map<String, Object> accountOf(Stage stage, String shop) {
        JsonNode staff =
                stage.client().get("admin", "/shops/" + shop + "/staff").get("items");
        return Map.of(
                "name",
                "Bench",
                "kind",
                "WECOM",
                "ownerStaffId",
                staff.get(0).get("id").asText(),
                "persona",
                "-");
    }

    /** Everybody is given this buyer's encrypted name, phone and address, so that answers decrypt as much as usual. */
    private static void knowSomebody(Stage stage, String shop) {
        Map<String, String> order = Map.of(
                "orderNo",
                "KNOWN-1",
                "buyerId",
                "known",
                "orderedAt",
                "2022-01-01 10:00:00",
                "paidAmount",
                "10.00",
                "status",
                "PAID",
                "name",
                "李雷",
                "phone",
                "13800138000",
                "address",
                "浙江省 杭州市 西湖区 文三路 1 号");
        stage.client().post("marketer", "/shops/" + shop + "/orders", Map.of("orders", List.of(order)));
    }

    /** Buyers have one to nine orders each, five on average; four in a hundred orders do not count. */
    private static void seed(Stage stage, String shop, String account) throws SQLException {
        int times = Math.max(1, Stage.ORDERS / Stage.BUYERS) * 2 - 1;
        String day =
                "DATE_ADD('2022-01-01', INTERVAL b.seq * 31 %% 400 + (o.seq - 1) * (5 + (b.seq * 17 + o.seq * 13) %% 60) DAY)";
        try (Statement statement = stage.connection().createStatement()) {
            statement.executeUpdate(("INSERT INTO buyer (shop_id, id, platform_id, first_order_day, tier, tier_since,"
                            + " follows, name_enc, phone_enc, address_enc, created_at, updated_at)"
                            + " SELECT %1$s, %2$d + seq * %3$d, CONCAT('bench', seq), '2022-01-01', ELT(1 + seq %% 7, 'VIP',"
                            + " 'LOYAL', 'ACTIVE', 'NEW', 'AT_RISK', 'LOST', 'LEAD'), '2024-01-01', seq %% 3 = 0,"
                            + " known.name_enc, known.phone_enc, known.address_enc, NOW(6), NOW(6)"
                            + " FROM seq_0_to_%4$d JOIN buyer known ON known.shop_id = %1$s")
                    .formatted(shop, FIRST_ID, STEP, Stage.BUYERS - 1));
            statement.executeUpdate(("INSERT INTO shop_order (shop_id, id, order_no, buyer_id, status, created_at, day,"
                            + " paid_amount, refund_amount, net_amount, counted, exclusion, content_hash, source,"
                            + " recorded_at, updated_at)"
                            + " SELECT %1$s, %2$d + (o.seq * %4$d + b.seq) * 4096, CONCAT('B', o.seq * %4$d + b.seq),"
                            + " %2$d + b.seq * %3$d, IF(b.seq %% 25 = o.seq, 'UNPAID', 'COMPLETED'), " + day + ", "
                            + day
                            + ", 10, 0, 10, b.seq %% 25 <> o.seq, IF(b.seq %% 25 = o.seq, 'UNPAID', NULL), REPEAT('h', 32),"
                            + " 'bench', NOW(6), NOW(6) FROM seq_1_to_%5$d o JOIN seq_0_to_%6$d b"
                            + " WHERE o.seq <= 1 + b.seq * 7919 %% %5$d")
                    .formatted(shop, FIRST_ID, STEP, Stage.BUYERS, times, Stage.BUYERS - 1));
            statement.executeUpdate("INSERT INTO purchase_day (shop_id, buyer_id, day, orders, net) SELECT shop_id,"
                    + " buyer_id, day, COUNT(*), SUM(net_amount) FROM shop_order WHERE shop_id = " + shop
                    + " AND counted AND source = 'bench' GROUP BY shop_id, buyer_id, day");
            statement.executeUpdate("UPDATE buyer b JOIN (SELECT buyer_id, COUNT(*) AS all_orders, SUM(counted) AS n,"
                    + " SUM(IF(counted, net_amount, 0)) AS net, MIN(day) AS first_day FROM shop_order WHERE shop_id = "
                    + shop + " GROUP BY buyer_id) o ON o.buyer_id = b.id SET b.orders = o.n,"
                    + " b.orders_unpaid = o.all_orders - o.n, b.net_spend = o.net, b.first_order_day = o.first_day"
                    + " WHERE b.shop_id = " + shop);
            statement.executeUpdate("UPDATE buyer b JOIN (SELECT buyer_id, COUNT(*) AS n, MIN(day) AS first_day,"
                    + " MAX(day) AS last_day FROM purchase_day WHERE shop_id = " + shop + " GROUP BY buyer_id) d"
                    + " ON d.buyer_id = b.id SET b.purchase_days = d.n, b.first_day = d.first_day,"
                    + " b.last_day = d.last_day WHERE b.shop_id = " + shop);
            statement.executeUpdate("INSERT INTO follower (shop_id, id, version, buyer_id, account_id, status, tier,"
                    + " created_at, updated_at) SELECT shop_id, id, 0, id, IF(follows, " + account
                    + ", NULL), IF(follows, 'ADDED', 'CANDIDATE'), tier, NOW(6), NOW(6) FROM buyer"
                    + " WHERE platform_id <> 'known' AND shop_id = " + shop);
            statement.executeUpdate("INSERT INTO tier_run (shop_id, run_no, day, valid_from, valid_until,"
                    + " policy_revision, cycle_basis, cycle_days, cycle_intervals, moved) VALUES (" + shop
                    + ", 1, '2020-01-01', '2020-01-01', '2100-01-01', 0, 'DEFAULT', 0, 0, 0) ON DUPLICATE KEY UPDATE"
                    + " valid_from = VALUES(valid_from), valid_until = VALUES(valid_until)");
            statement.execute("ANALYZE TABLE buyer, shop_order, purchase_day, follower");
        }
    }

    private static JsonNode rebuild(Stage stage, String shop) {
        Client client = stage.client();
        String path = "/figure-rebuilds/"
                + client.post("admin", "/shops/" + shop + "/figure-rebuilds", Map.of())
                        .get("id")
                        .asText();
        Waiting.until("the rebuild is over", PATIENCE, () -> !client.get("admin", path)
                .get("finishedAt")
                .isNull());
        return client.get("admin", path);
    }

    private static void measureAnswers(Stage stage, String shop, Figures figures) {
        long order = stage.count("SELECT MAX(id) FROM shop_order WHERE shop_id = " + shop);
        String base = "/orders/" + order;
        String shopPath = "/shops/" + shop;
        Map<String, Double> paths = new LinkedHashMap<>();
        for (String scope : new String[] {"auto", "followers", "buyers"}) {
            paths.put(shopPath + "/repurchase-cycle?scope=" + scope, 3.0);
        }
        paths.put(shopPath + "/follower-lists", 3.0);
        for (long after : new long[] {0, Stage.BUYERS / 2, Stage.BUYERS - 8}) {
            String cursor = after == 0
                    ? ""
                    : "after=" + Cursor.of(FIRST_ID + after * STEP).encode();
            paths.put(shopPath + "/follower-lists/LOYAL/followers?" + cursor, 5.0);
            paths.put(shopPath + "/buyers?tier=LOYAL&" + cursor, 5.0);
        }
        paths.keySet().forEach(path -> p95(stage.client(), path, LOOKS / 2));
        p95(stage.client(), base, LOOKS);
        paths.forEach((path, goal) -> {
            double before = p95(stage.client(), base, LOOKS);
            double answer = p95(stage.client(), path, LOOKS);
            double row = Math.max(before, p95(stage.client(), base, LOOKS));
            figures.add(path.replace(shopPath, ""), String.format("p95 %.2f ms, an order's %.2f ms", answer, row));
            figures.atMost("  in multiples", answer / row, goal);
        });
    }

    private static double p95(Client client, String path, int looks) {
        long[] nanos = new long[looks];
        for (int i = 0; i < looks; i++) {
            long start = System.nanoTime();
            HttpResponse<String> answer = client.answerTo("marketer", path);
            nanos[i] = System.nanoTime() - start;
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
        Arrays.sort(nanos);
        return nanos[(looks * 95 + 99) / 100 - 1] / 1e6;
    }

    private static void measureRebuild(Stage stage, String shop, Figures figures) {
        String bare =
                "SELECT COUNT(*) FROM (SELECT buyer_id, day, COUNT(*) AS n, SUM(net_amount) AS net FROM shop_order"
                        + " WHERE shop_id = " + shop + " AND counted GROUP BY buyer_id, day) d";
        double group = Double.MAX_VALUE;
        double ours = Double.MAX_VALUE;
        for (int round = 0; round < 2; round++) {
            long start = System.nanoTime();
            stage.count(bare);
            group = Math.min(group, (System.nanoTime() - start) / 1e9);
            JsonNode rebuilt = rebuild(stage, shop);
            assertThat(rebuilt.get("buyersCorrected").asLong()).isZero();
            assertThat(rebuilt.get("figuresCorrected").asLong()).isZero();
            ours = Math.min(
                    ours,
                    Duration.between(at(rebuilt, "startedAt"), at(rebuilt, "finishedAt"))
                                    .toMillis()
                            / 1e3);
        }
        figures.rate("GROUP BY buyer and day", Stage.ORDERS, group);
        figures.rate("rebuild of sums and figures", Stage.ORDERS, ours);
        figures.atMost("  in multiples of the GROUP BY", ours / group, 2.0);
    }

    private static Instant at(JsonNode rebuilt, String what) {
        return java.time.OffsetDateTime.parse(rebuilt.get(what).asText()).toInstant();
    }
}

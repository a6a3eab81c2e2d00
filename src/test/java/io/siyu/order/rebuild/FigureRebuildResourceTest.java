package io.siyu.order.rebuild;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.siyu.order.upload.ImportedFile;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.Distributions;
import io.siyu.support.Jobs;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jakarta.inject.Inject;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static io.siyu.support.As.json;
import static org.assertj.core.api.Assertions.assertThat;

/** What is kept by difference is what a rebuild from the orders comes to, row for row, whatever happened before. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class FigureRebuildResourceTest {
    private static final List<String> STATES =
            List.of("PAID", "SHIPPED", "COMPLETED", "COMPLETED", "REFUNDED", "UNPAID", "CANCELLED", "CLOSED");

    private static final String COUNTED_FOLLOWERS = "SELECT CONCAT_WS(' ', account_id, tier, status, followers) AS t"
            + " FROM follower_count WHERE shop_id = ? AND followers <> 0";
    private static final String FOLLOWERS =
            "SELECT CONCAT_WS(' ', COALESCE(account_id, 0), tier, status, COUNT(*)) AS t"
                    + " FROM follower WHERE shop_id = ? GROUP BY account_id, tier, status";

    @Inject
    Sql sql;

    private TestShop shop;
    private long shopId;

    @BeforeEach
    void createShop() {
        shop = TestShop.create();
        shopId = Long.parseLong(shop.id());
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void findsNothingToCorrectAfterRandomHistories(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 3; round++) {
            for (int step = 0; step < 8; step++) {
                happen(random);
            }
            List<String> kept = kept();
            JsonPath rebuilt = rebuild();
            assertThat(rebuilt.getLong("buyersCorrected"))
                    .as("buyers, seed " + seed)
                    .isZero();
            assertThat(rebuilt.getLong("figuresCorrected"))
                    .as("figures, seed " + seed)
                    .isZero();
            assertThat(kept()).isEqualTo(kept);
            assertThat(rows(COUNTED_FOLLOWERS)).isEqualTo(rows(FOLLOWERS));
        }
        assertThat(kept()).anyMatch(row -> row.startsWith("FOLLOWERS INTERVAL"));
    }

    @Test
    void setsRightWhatIsWrong() {
        Random random = new Random(5);
        for (int step = 0; step < 12; step++) {
            happen(random);
        }
        List<String> right = kept();
        sql.update("DELETE FROM cycle_figure WHERE shop_id = ? AND kind = 'SPAN'", shopId);
        sql.update("UPDATE cycle_figure SET n = n + 3 WHERE shop_id = ? AND kind = 'LAST_DAY' LIMIT 2", shopId);
        sql.update("UPDATE buyer SET purchase_days = 0, net_spend = 1 WHERE shop_id = ? AND purchase_days > 1", shopId);
        sql.update("UPDATE purchase_day SET net = net + 0.01 WHERE shop_id = ? LIMIT 1", shopId);

        JsonPath rebuilt = rebuild();

        assertThat(rebuilt.getLong("buyersCorrected")).isPositive();
        assertThat(rebuilt.getLong("figuresCorrected")).isPositive();
        assertThat(rebuilt.getDouble("progress")).isEqualTo(1);
        assertThat(kept()).isEqualTo(right);
        assertThat(rebuild().getLong("figuresCorrected")).isZero();
    }

    @Test
    void anEmptyShopIsSoonDone() {
        assertThat(rebuild().getLong("buyersDone")).isZero();
    }

    private void happen(Random random) {
        switch (random.nextInt(6)) {
            case 0, 1 -> post(random);
            case 2 -> upload(random);
            case 3, 4 -> moveFollowers(random);
            default -> mergeOrPart(random);
        }
    }

    private void post(Random random) {
        String orders = IntStream.range(0, 1 + random.nextInt(40))
                .mapToObj(i ->
                        ("{\"orderNo\":\"N%d\",\"buyerId\":%s,\"orderedAt\":\"%sT10:00:00\",\"paidAmount\":\"%d.00\","
                                        + "\"refundAmount\":\"%d.00\",\"status\":\"%s\"}")
                                .formatted(
                                        random.nextInt(120),
                                        random.nextInt(9) == 0 ? "null" : "\"b" + random.nextInt(12) + "\"",
                                        day(random),
                                        50 + random.nextInt(50),
                                        random.nextInt(3) * 25,
                                        STATES.get(random.nextInt(STATES.size()))))
                .collect(Collectors.joining(",", "{\"orders\":[", "]}"));
        json(As.integration())
                .body(orders)
                .post("/shops/" + shop.id() + "/orders")
                .then()
                .statusCode(200);
    }

    private void upload(Random random) {
        String rows = IntStream.range(0, 60)
                .mapToObj(i -> "F%d,%s,%s,%d.00,0,%s,"
                        .formatted(
                                random.nextInt(200),
                                random.nextInt(9) == 0 ? "" : "b" + random.nextInt(12),
                                day(random),
                                random.nextInt(90),
                                STATES.get(random.nextInt(STATES.size()))))
                .collect(Collectors.joining("\n"));
        ImportedFile.of(shop, ImportedFile.HEADER + rows);
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(2024, 1, 1).plusDays(random.nextInt(90));
    }

    /** Gives some to an account and moves them along, one step or more. */
    private void moveFollowers(Random random) {
        Distributions.run(shop.id(), Map.of("limit", 3));
        List<Long> followers = new ArrayList<>(sql.list(
                "SELECT id FROM follower WHERE shop_id = ? AND account_id IS NOT NULL ORDER BY id",
                row -> row.longAt("id"),
                shopId));
        Collections.shuffle(followers, random);
        for (long follower : followers.subList(0, Math.min(4, followers.size()))) {
            move(follower, "INVITED");
            move(follower, "ADDED");
            if (random.nextInt(3) == 0) {
                move(follower, random.nextInt(4) == 0 ? "OPTED_OUT" : "LOST");
            }
        }
    }

    private void move(long follower, String status) {
        String version = As.marketer().get("/followers/{id}", follower).header("ETag");
        json(As.marketer())
                .header("If-Match", version)
                .body(Map.of("status", status))
                .patch("/followers/{id}", follower);
    }

    private void mergeOrPart(Random random) {
        String merge = As.marketer()
                .get("/shops/{shop}/buyer-merges", shop.id())
                .path("items.find { it.undoneAt == null }.id");
        if (merge != null && random.nextBoolean()) {
            json(As.marketer()).body(Map.of("reason", "Two after all")).put("/buyer-merges/{id}/undoing", merge);
            return;
        }
        List<Long> buyers = new ArrayList<>(sql.list(
                "SELECT id FROM buyer WHERE shop_id = ? AND merged_into IS NULL ORDER BY id",
                row -> row.longAt("id"),
                shopId));
        Collections.shuffle(buyers, random);
        if (buyers.size() > 4) {
            json(As.marketer())
                    .body(Map.of(
                            "keptId",
                            buyers.get(0).toString(),
                            "goneId",
                            buyers.get(1).toString(),
                            "reason",
                            "One"))
                    .post("/shops/{shop}/buyer-merges", shop.id());
        }
    }

    private JsonPath rebuild() {
        return Jobs.run(As.admin(), shop.id(), "figure-rebuilds");
    }

    private List<String> kept() {
        List<String> rows = new ArrayList<>(
                rows(
                        "SELECT CONCAT_WS(' ', basis, kind, point, n, total) AS t FROM cycle_figure WHERE shop_id = ? AND n <> 0"));
        rows.addAll(rows("SELECT CONCAT_WS(' ', buyer_id, day, orders, net) AS t FROM purchase_day WHERE shop_id = ?"));
        rows.addAll(
                rows(
                        "SELECT CONCAT_WS(' ', id, orders, purchase_days, COALESCE(first_day, '-'),"
                                + " COALESCE(last_day, '-'), net_spend, COALESCE(first_order_day, '-'), orders_unpaid, orders_closed,"
                                + " orders_cancelled, orders_refunded, orders_below_minimum, follows) AS t FROM buyer WHERE shop_id = ?"));
        return rows;
    }

    private List<String> rows(String query) {
        return sql.list(query, row -> row.textAt("t"), shopId).stream().sorted().toList();
    }
}

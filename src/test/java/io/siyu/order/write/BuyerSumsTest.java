package io.siyu.order.write;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jakarta.inject.Inject;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** What is kept by difference equals what is worked out anew from the orders, whatever comes in whatever sequence. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class BuyerSumsTest {
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
    @ValueSource(longs = {1, 2, 3})
    void staysInStepWithRandomOrdersRefundsAndMovedDays(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 12; round++) {
            String orders = IntStream.range(0, 1 + random.nextInt(60))
                    .mapToObj(i -> order(random))
                    .collect(Collectors.joining(",", "{\"orders\":[", "]}"));
            As.integration()
                    .contentType("application/json")
                    .body(orders)
                    .post("/shops/" + shop.id() + "/orders")
                    .then()
                    .statusCode(200);
            assertThat(kept()).isEqualTo(anew());
            assertThat(sums()).isEqualTo(sumsAnew());
        }
    }

    private static String order(Random random) {
        return "{\"orderNo\":\"N%d\",\"buyerId\":\"b%d\",\"orderedAt\":\"%s\",\"paidAmount\":\"%d.00\",\"status\":\"%s\"}"
                .formatted(
                        random.nextInt(80),
                        random.nextInt(9),
                        LocalDate.of(2024, 1, 1).plusDays(random.nextInt(60)) + "T10:00:00",
                        random.nextInt(100),
                        List.of("PAID", "SHIPPED", "COMPLETED", "REFUNDED", "UNPAID")
                                .get(random.nextInt(5)));
    }

    private Map<Integer, Long> kept() {
        return sql
                .list(
                        "SELECT point AS days, n AS intervals FROM cycle_figure"
                                + " WHERE shop_id = ? AND basis = 'BUYERS' AND kind = 'INTERVAL' AND n <> 0",
                        row -> Map.entry(row.intAt("days"), row.longAt("intervals")),
                        shopId)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    /** Straight from the orders, with another method than the one that keeps the counts. */
    private Map<Integer, Long> anew() {
        Map<Integer, Long> counts = new TreeMap<>();
        long[] buyer = {0};
        LocalDate[] last = {null};
        sql.list(
                        "SELECT DISTINCT buyer_id, day FROM shop_order WHERE shop_id = ? AND counted ORDER BY buyer_id, day",
                        row -> Map.entry(row.longAt("buyer_id"), row.dayAt("day")),
                        shopId)
                .forEach(purchase -> {
                    if (last[0] != null && buyer[0] == purchase.getKey()) {
                        counts.merge((int) (purchase.getValue().toEpochDay() - last[0].toEpochDay()), 1L, Long::sum);
                    }
                    buyer[0] = purchase.getKey();
                    last[0] = purchase.getValue();
                });
        return counts;
    }

    private List<String> sums() {
        return sql.list(
                "SELECT id, orders, purchase_days, first_day, last_day, net_spend FROM buyer WHERE shop_id = ?"
                        + " AND orders > 0 ORDER BY id",
                row -> row.longAt("id") + " " + row.intAt("orders") + " " + row.intAt("purchase_days") + " "
                        + row.dayAt("first_day") + " " + row.dayAt("last_day") + " " + row.decimalAt("net_spend"),
                shopId);
    }

    private List<String> sumsAnew() {
        return sql.list(
                "SELECT buyer_id, COUNT(*) AS orders, COUNT(DISTINCT day) AS days, MIN(day) AS first_day,"
                        + " MAX(day) AS last_day, SUM(net_amount) AS net FROM shop_order WHERE shop_id = ? AND counted"
                        + " GROUP BY buyer_id ORDER BY buyer_id",
                row -> row.longAt("buyer_id") + " " + row.intAt("orders") + " " + row.intAt("days") + " "
                        + row.dayAt("first_day") + " " + row.dayAt("last_day") + " " + row.decimalAt("net"),
                shopId);
    }
}

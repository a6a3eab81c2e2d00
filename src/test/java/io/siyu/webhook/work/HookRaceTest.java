package io.siyu.webhook.work;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.Hooks;
import io.siyu.support.TestShop;
import io.siyu.webhook.Payload;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jakarta.inject.Inject;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Deliveries of several orders in any order, repeated and worked by several workers while they arrive. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class HookRaceTest {
    private static final Payload ORDER = Payload.of("shopify_order");
    private static final int ORDERS = 4;

    @Inject
    DueHooks due;

    @Inject
    Sql sql;

    private record Delivery(String topic, byte[] body) {}

    private static Payload at(int order, int minute) {
        return ORDER.with("id", order)
                .with("name", "#" + order)
                .with(
                        "updated_at",
                        Instant.parse("2024-05-01T14:00:00Z")
                                .plusSeconds(60L * minute)
                                .toString());
    }

    private static List<Delivery> life(int order) {
        Payload refund = Payload.of("shopify_refund").with("order_id", order).with("id", 100 + order);
        Payload fulfilled = at(order, 2).with("fulfillment_status", "fulfilled");
        boolean isDeleted = order == ORDERS;
        return List.of(
                new Delivery(
                        "orders/create",
                        at(order, 0).with("financial_status", "pending").bytes()),
                new Delivery("orders/paid", at(order, 1).bytes()),
                new Delivery("orders/fulfilled", fulfilled.bytes()),
                new Delivery("refunds/create", refund.bytes()),
                isDeleted
                        ? new Delivery("orders/delete", ("{\"id\":" + order + "}").getBytes(StandardCharsets.UTF_8))
                        : new Delivery(
                                "orders/updated",
                                fulfilled
                                        .with("current_total_price", "25.00")
                                        .with("financial_status", "partially_refunded")
                                        .with("updated_at", "2024-05-01T15:00:00Z")
                                        .refunded(Map.of(100L + order, "5.00"))
                                        .bytes()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void endsTheSameWhateverTheOrderAndWhoeverWorks(long seed) throws InterruptedException {
        TestShop shop = TestShop.create(Map.of("currency", "USD"));
        Hooks shopify = Hooks.shopify(shop.id(), Hooks.SECRET);
        Random random = new Random(seed);
        List<Delivery> all = new ArrayList<>();
        IntStream.rangeClosed(1, ORDERS).mapToObj(HookRaceTest::life).forEach(all::addAll);
        all.addAll(List.copyOf(all).subList(0, 8));
        Collections.shuffle(all, random);

        ExecutorService workers = Executors.newFixedThreadPool(3);
        for (Delivery delivery : all) {
            shopify.send(delivery.topic(), delivery.body()).then().statusCode(200);
            workers.execute(() -> due.runDue(Instant.now()));
        }
        workers.shutdown();
        assertThat(workers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        workRest(shop);

        JsonPath orders = As.admin().get("/shops/{shop}/orders", shop.id()).jsonPath();
        assertThat(orders.getList("items")).hasSizeBetween(ORDERS - 1, ORDERS);
        for (int order = 1; order < ORDERS; order++) {
            String one = "items.find { it.orderNo == '" + order + "' }.";
            assertThat(orders.getString(one + "status")).isEqualTo("COMPLETED");
            assertThat(orders.getString(one + "netAmount")).isEqualTo("25.00");
            assertThat(orders.getString(one + "paidAt")).startsWith("2024-05-01T14:01:00");
        }
        assertThat(orders.getBoolean("items.every { it.counted == (it.orderNo != '" + ORDERS + "') }"))
                .isTrue();
        JsonPath buyers = As.admin().get("/shops/{shop}/buyers", shop.id()).jsonPath();
        assertThat(buyers.getList("items")).hasSize(1);
        assertThat(buyers.getString("items[0].netSpend")).isEqualTo("75.00");
    }

    /** Also refunds that wait for their order. */
    private void workRest(TestShop shop) {
        Instant later = Instant.now().plus(Duration.ofHours(1));
        for (int look = 0; look < 200 && waiting(shop) > 0; look++) {
            due.runDue(later);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        assertThat(waiting(shop)).isZero();
    }

    private int waiting(TestShop shop) {
        return sql.list(
                        "SELECT id FROM hook_delivery WHERE shop_id = ? AND status = 'RECEIVED'",
                        row -> row.longAt("id"),
                        Long.parseLong(shop.id()))
                .size();
    }
}

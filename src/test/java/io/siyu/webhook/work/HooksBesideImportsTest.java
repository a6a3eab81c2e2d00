package io.siyu.webhook.work;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.order.upload.ImportedFile;
import io.siyu.platform.sql.Sql;
import io.siyu.support.Database;
import io.siyu.support.Hooks;
import io.siyu.support.ShopOutcome;
import io.siyu.support.TestShop;
import io.siyu.support.Waiting;
import io.siyu.webhook.HookSource;
import io.siyu.webhook.OrderLife;
import io.siyu.webhook.OrderLife.Delivery;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import jakarta.inject.Inject;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Webhooks that arrive in any sequence while exports of the same orders are read end as one after the other does. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class HooksBesideImportsTest {
    private static final int ORDERS = 120;
    private static final int SENT_AT_A_TIME = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String HEADER =
            "order_no,buyer_id,ordered_at,paid_at,paid_amount,refund_amount,status,phone,updated_at\n";
    /** Not which source wrote an order last: a refund or a payment that is added to an export's word comes of another. */
    private static final String[] WHAT_COMES_OF_ORDERS = {
        "orders", "buyers", "identities", "purchase days", "intervals", "totals due"
    };

    @Inject
    DueHooks due;

    @Inject
    Sql sql;

    @Inject
    AgroalDataSource dataSource;

    @ParameterizedTest
    @EnumSource(HookSource.class)
    void endAsOneAfterTheOther(HookSource source) throws SQLException, ExecutionException, InterruptedException {
        long seed = System.nanoTime();
        System.out.println("HooksBesideImportsTest goes by the seed " + seed);
        Random random = new Random(seed);
        List<OrderLife> lives = IntStream.range(0, ORDERS)
                .mapToObj(number -> new OrderLife(number, random))
                .toList();
        String one = csv(lives, random, 20);
        String other = csv(lives, random, 40);
        List<Delivery> deliveries = lives.stream()
                .map(life -> source == HookSource.SHOPIFY ? life.shopify() : life.wooCommerce())
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(ArrayList::new));

        ShopOutcome hooksFirst = hooksFirst(source, deliveries, List.of(one, other));
        Collections.shuffle(deliveries, random);
        hooksLast(source, deliveries, List.of(other, one)).assertSameAs(hooksFirst);
        Collections.shuffle(deliveries, random);
        atOnce(source, deliveries, List.of(one, other)).assertSameAs(hooksFirst);
    }

    private ShopOutcome hooksFirst(HookSource source, List<Delivery> deliveries, List<String> files)
            throws SQLException {
        TestShop shop = TestShop.create();
        send(shop, source, deliveries);
        workRest(shop);
        files.forEach(file -> imported(shop, file));
        return outcome(shop);
    }

    private ShopOutcome hooksLast(HookSource source, List<Delivery> deliveries, List<String> files)
            throws SQLException {
        TestShop shop = TestShop.create();
        files.forEach(file -> imported(shop, file));
        send(shop, source, deliveries);
        workRest(shop);
        return outcome(shop);
    }

    private ShopOutcome atOnce(HookSource source, List<Delivery> deliveries, List<String> files)
            throws SQLException, ExecutionException, InterruptedException {
        TestShop shop = TestShop.create();
        int half = deliveries.size() / 2;
        List<Runnable> sides = new ArrayList<>();
        files.forEach(file -> sides.add(() -> imported(shop, file)));
        sides.add(() -> send(shop, source, deliveries.subList(0, half)));
        sides.add(() -> send(shop, source, deliveries.subList(half, deliveries.size())));
        ExecutorService threads = Executors.newFixedThreadPool(sides.size());
        try {
            List<Future<?>> running = new ArrayList<>();
            sides.forEach(side -> running.add(threads.submit(side)));
            for (Future<?> side : running) {
                side.get();
            }
        } finally {
            threads.shutdown();
        }
        workRest(shop);
        return outcome(shop);
    }

    /** Most of the orders, each as it was at some time. */
    private static String csv(List<OrderLife> lives, Random random, int seconds) {
        return lives.stream()
                .filter(life -> random.nextInt(5) > 0)
                .map(life -> life.row(random.nextInt(OrderLife.MINUTES), seconds, random.nextBoolean()))
                .collect(Collectors.joining("\n", HEADER, "\n"));
    }

    private static void imported(TestShop shop, String file) {
        assertThat(ImportedFile.of(shop, file).getString("status")).isEqualTo("DONE");
    }

    private void send(TestShop shop, HookSource source, List<Delivery> deliveries) {
        Hooks platform = source == HookSource.SHOPIFY
                ? Hooks.shopify(shop.id(), Hooks.SECRET)
                : Hooks.wooCommerce(shop.id(), Hooks.SECRET);
        for (int i = 0; i < deliveries.size(); i++) {
            Delivery delivery = deliveries.get(i);
            platform.send(delivery.topic(), delivery.body()).then().statusCode(200);
            if (i % SENT_AT_A_TIME == 0) {
                due.runDue(Instant.now());
            }
        }
    }

    /** Also refunds that wait for their order. */
    private void workRest(TestShop shop) {
        Waiting.until("all deliveries are worked", PATIENCE, () -> {
            due.runDue(Instant.now().plus(Duration.ofHours(1)));
            return sql.list(
                            "SELECT id FROM hook_delivery WHERE shop_id = ? AND status = 'RECEIVED'",
                            row -> row.longAt("id"),
                            Long.parseLong(shop.id()))
                    .isEmpty();
        });
        assertThat(sql.list(
                        "SELECT reason FROM hook_delivery WHERE shop_id = ? AND status <> 'DONE'",
                        row -> row.textAt("reason"),
                        Long.parseLong(shop.id())))
                .isEmpty();
    }

    private ShopOutcome outcome(TestShop shop) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return ShopOutcome.of(connection, shop.id()).only(WHAT_COMES_OF_ORDERS);
        }
    }
}

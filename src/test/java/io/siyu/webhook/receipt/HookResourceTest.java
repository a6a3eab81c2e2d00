package io.siyu.webhook.receipt;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.siyu.order.upload.ImportedFile;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.Erasures;
import io.siyu.support.Hooks;
import io.siyu.support.TestShop;
import io.siyu.support.Waiting;
import io.siyu.webhook.HookPruning;
import io.siyu.webhook.Payload;
import io.siyu.webhook.work.DueHooks;
import io.siyu.webhook.work.WebhookLease;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import static io.siyu.support.As.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(Database.class)
class HookResourceTest {
    private static final String NEW = "another secret of its own";
    private static final Payload ORDER = Payload.of("shopify_order");
    private static final Payload REFUND = Payload.of("shopify_refund");
    private static final Payload WOO = Payload.of("woocommerce_order");
    private static final Duration LONG = Duration.ofDays(1000);

    @Inject
    Sql sql;

    @Inject
    DueHooks due;

    @Inject
    HookPruning pruning;

    @Inject
    WebhookLease lease;

    private TestShop shop;
    private Hooks shopify;
    private Hooks woo;

    @BeforeEach
    void freshShop() {
        shop = TestShop.create(Map.of("currency", "USD", "platform", "SHOPIFY"));
        shopify = Hooks.shopify(shop.id(), Hooks.SECRET);
        woo = Hooks.wooCommerce(shop.id(), "psst psst psst psst");
    }

    /** Has all deliveries worked whose time has come by then, here or by the clock's tick. */
    private void work(Instant now) {
        for (int look = 0; look < 200; look++) {
            due.runDue(now);
            long waiting = sql.list(
                            "SELECT id FROM hook_delivery WHERE shop_id = ? AND status = 'RECEIVED' AND next_at <= ?",
                            row -> row.longAt("id"),
                            Long.parseLong(shop.id()),
                            now)
                    .size();
            if (waiting == 0) {
                return;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        throw new AssertionError("The deliveries are not worked");
    }

    private void work() {
        work(Instant.now());
    }

    private ValidatableResponse orders() {
        work();
        return As.admin().get("/shops/{shop}/orders", shop.id()).then().statusCode(200);
    }

    private ValidatableResponse deliveries() {
        work();
        return As.admin().get("/shops/{shop}/hook-deliveries", shop.id()).then().statusCode(200);
    }

    private void sent(Hooks platform, String topic, Payload payload) {
        platform.send(topic, payload.bytes()).then().statusCode(200);
    }

    private static Payload at(int second) {
        return ORDER.with("updated_at", "2024-05-02T10:00:0" + second + "Z");
    }

    @Test
    void takesASignedOrderIn() {
        sent(shopify, "orders/create", ORDER);

        orders().body("items", hasSize(1))
                .body("items[0].orderNo", equalTo("1001"))
                .body("items[0].status", equalTo("PAID"))
                .body("items[0].netAmount", equalTo("30.00"))
                .body("items[0].source", equalTo("shopify"))
                .body("items[0].buyerId", notNullValue());
        deliveries()
                .body("items[0].status", equalTo("DONE"))
                .body("items[0].topic", equalTo("orders/create"))
                .body("items[0].orderNo", equalTo("1001"))
                .body("items[0].reason", nullValue());
    }

    /** Of two deliveries that wait, one came before the erasure and one after it. */
    @Test
    void anErasedPersonDoesNotComeBackWithWhatWasReceivedBefore() {
        sent(shopify, "orders/create", ORDER);
        String buyer = orders().extract().path("items[0].buyerId");
        Erasures.run(buyer);
        long shopId = Long.parseLong(shop.id());
        Waiting.until(
                "nobody works",
                Duration.ofMinutes(1),
                () -> Contention.inTransaction(() -> lease.take(shopId, "test", Duration.ofMinutes(5))));
        sent(shopify, "orders/create", ORDER.with("id", 2002).with("name", "#2002"));
        sent(shopify, "orders/create", ORDER.with("id", 2003).with("name", "#2003"));
        sql.update(
                "UPDATE buyer_erased_key SET erased_at = (SELECT MAX(received_at) FROM hook_delivery WHERE shop_id = ?)"
                        + " WHERE shop_id = ?",
                shopId,
                shopId);
        Contention.inTransaction(() -> {
            lease.release(shopId, "test");
            return null;
        });

        orders().body("items.find { it.orderNo == '2002' }.buyerId", equalTo(buyer))
                .body("items.find { it.orderNo == '2003' }.buyerId", not(equalTo(buyer)))
                .body("items.find { it.orderNo == '2003' }.buyerId", notNullValue());
        As.marketer()
                .queryParam("q", "ann.lee@example.com")
                .get("/shops/{shop}/buyers", shop.id())
                .then()
                .body("items", hasSize(1))
                .body("items[0].orders", equalTo(1));
    }

    @Test
    void signsTheBytesAsTheyCame() {
        byte[] body = new String(ORDER.bytes(), StandardCharsets.UTF_8)
                .replace("{\"id\":530", " \r\n{ \t\"id\" :  530")
                .replace("青", "\\u9752 🔔\u00a0")
                .concat("\n\n")
                .getBytes(StandardCharsets.UTF_8);

        shopify.send("orders/create", body).then().statusCode(200);
        orders().body("items.orderNo", contains("1001"));
        byte[] notText = {(byte) 0xff, 0, (byte) 0x80, '{'};
        shopify.send("orders/create", notText).then().statusCode(200);
        deliveries().body("items[0].status", equalTo("FAILED"));
    }

    @Test
    void refusesWhatTheShopsSecretDidNotSign() {
        byte[] body = ORDER.bytes();
        String header = shopify.signatureHeader();
        for (String signature : List.of(
                Hooks.sign("other", body),
                Hooks.sign(Hooks.SECRET, WOO.bytes()),
                Hooks.sign("psst psst psst psst", body),
                "no base64 at all!",
                "",
                Hooks.sign(Hooks.SECRET, body).substring(4))) {
            shopify.post(shopify.headers("orders/create", "1").header(header, signature), body)
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("code", equalTo("UNAUTHENTICATED"));
        }
        deliveries().body("items", hasSize(0));
    }

    @Test
    void tellsNobodyWhichShopsThereAre() {
        byte[] body = ORDER.bytes();
        String wrong = new Hooks("shopify", shop.id(), "guess")
                .send("orders/create", body)
                .then()
                .statusCode(401)
                .extract()
                .asString();
        As.admin().delete("/shops/{shop}/hooks/shopify", shop.id()).then().statusCode(204);
        for (String other : List.of("720438205126345231", shop.id())) {
            String answer = new Hooks("shopify", other, Hooks.SECRET)
                    .send("orders/create", body)
                    .then()
                    .statusCode(401)
                    .extract()
                    .asString();
            assertThat(withoutRequestId(answer)).isEqualTo(withoutRequestId(wrong));
        }
        new Hooks("amazon", shop.id(), Hooks.SECRET)
                .post(As.nobody(), body)
                .then()
                .statusCode(404);
    }

    private static String withoutRequestId(String problem) {
        return problem.replaceAll("\"requestId\":\"[^\"]*\"", "");
    }

    @Test
    void takesAReplayOnce() {
        for (int i = 0; i < 3; i++) {
            shopify.send("orders/create", ORDER.bytes(), "same").then().statusCode(200);
            work();
        }
        shopify.send("orders/create", ORDER.bytes(), "another").then().statusCode(200);

        orders().body("items", hasSize(1));
        deliveries().body("items", hasSize(2));
    }

    @Test
    void losesNothingToDeliveryIdsThatWooCommerceUsesTwice() {
        woo.send("order.updated", WOO.bytes(), "second").then().statusCode(200);
        woo.send("order.updated", WOO.bytes(), "second").then().statusCode(200);
        woo.send("order.updated", WOO.with("id", 728).with("number", "728").bytes(), "second")
                .then()
                .statusCode(200);
        shopify.send("orders/create", ORDER.bytes(), "3/second").then().statusCode(200);

        orders().body("items", hasSize(3));
        deliveries().body("items", hasSize(3));
    }

    @Test
    void answersThePingOfWooCommerceAndKeepsNothingOfIt() {
        for (String id : List.of(shop.id(), "720438205126345231")) {
            As.nobody()
                    .contentType("application/x-www-form-urlencoded")
                    .body("webhook_id=17")
                    .post("/hooks/woocommerce/{shop}", id)
                    .then()
                    .statusCode(200);
        }
        for (String notPing : List.of("webhook_id=17&x=1", "webhook_id=x", "", "{}")) {
            As.nobody()
                    .contentType("application/x-www-form-urlencoded")
                    .body(notPing)
                    .post("/hooks/woocommerce/{shop}", shop.id())
                    .then()
                    .statusCode(401);
        }
        As.nobody()
                .contentType("application/x-www-form-urlencoded")
                .body("webhook_id=17")
                .post("/hooks/shopify/{shop}", shop.id())
                .then()
                .statusCode(401);
        deliveries().body("items", hasSize(0));
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        byte[] body = new byte[3 << 20];

        shopify.send("orders/create", body).then().statusCode(413).contentType("application/problem+json");
        deliveries().body("items", hasSize(0));
    }

    @Test
    void neverGoesBackToAnOlderWord() {
        sent(shopify, "orders/fulfilled", at(3).with("fulfillment_status", "fulfilled"));
        work();
        sent(shopify, "orders/create", at(1).with("financial_status", "pending"));
        sent(shopify, "orders/paid", at(2));

        orders().body("items.status", contains("COMPLETED"));
        deliveries().body("items.status", everyItem(equalTo("DONE")));
    }

    @Test
    void remembersANewerWordThatChangedNothing() {
        sent(shopify, "orders/create", at(1));
        work();
        sent(shopify, "orders/updated", at(3));
        work();
        sent(shopify, "orders/updated", at(2).with("financial_status", "voided"));

        orders().body("items.status", contains("PAID"));
    }

    @Test
    void countsARefundOnceWhicheverWayItIsTold() {
        sent(shopify, "orders/create", ORDER);
        work();
        sent(shopify, "refunds/create", REFUND);
        orders().body("items[0].netAmount", equalTo("25.00")).body("items[0].buyerId", notNullValue());
        sent(
                shopify,
                "orders/updated",
                at(9).with("financial_status", "partially_refunded")
                        .with("current_total_price", "25.00")
                        .refunded(Map.of(890088186047L, "5.00")));
        sent(shopify, "refunds/create", REFUND.with("note", "again"));

        orders().body("items[0].netAmount", equalTo("25.00")).body("items[0].refundAmount", equalTo("5.00"));
        String id = As.admin().get("/shops/{shop}/orders", shop.id()).path("items[0].id");
        As.admin().get("/orders/{id}", id).then().body("lines", hasSize(2));
        As.admin().get("/shops/{shop}/buyers", shop.id()).then().body("items[0].netSpend", equalTo("25.00"));
    }

    @Test
    void aRefundInFullAndACancellationTakeOrdersOutOfTheBuyersSums() {
        sent(shopify, "orders/create", ORDER);
        sent(shopify, "orders/create", ORDER.with("id", 2).with("name", "#1002"));
        work();
        sent(
                shopify,
                "refunds/create",
                REFUND.with("transactions", List.of(Map.of("kind", "refund", "status", "success", "amount", "30.00"))));
        sent(
                shopify,
                "orders/cancelled",
                at(5).with("id", 2).with("name", "#1002").with("cancelled_at", "2024-05-02T10:00:05Z"));

        orders().body("items.find { it.orderNo == '1001' }.status", equalTo("REFUNDED"))
                .body("items.find { it.orderNo == '1002' }.status", equalTo("CANCELLED"))
                .body("items.counted", everyItem(equalTo(false)));
        As.admin()
                .get("/shops/{shop}/buyers", shop.id())
                .then()
                .body("items", hasSize(1))
                .body("items[0].netSpend", equalTo("0.00"));
    }

    @Test
    void aRefundWaitsForItsOrderAndFailsWithoutOne() {
        sent(shopify, "refunds/create", REFUND);
        deliveries().body("items[0].status", equalTo("RECEIVED")).body("items[0].reason", notNullValue());
        Instant later = Instant.now();
        for (int i = 0; i < 8; i++) {
            later = later.plus(Duration.ofHours(7));
            work(later);
        }

        String id = deliveries()
                .body("items[0].status", equalTo("FAILED"))
                .body("items[0].attempts", equalTo(8))
                .extract()
                .path("items[0].id");
        sent(shopify, "orders/create", ORDER);
        orders().body("items[0].netAmount", equalTo("25.00"));
        As.admin().put("/hook-deliveries/{id}/retry", id).then().statusCode(200).body("status", equalTo("RECEIVED"));
        work();
        deliveries().body("items.status", everyItem(equalTo("DONE")));
        As.admin().put("/hook-deliveries/{id}/retry", id).then().statusCode(409);
    }

    @Test
    void keepsWhatCannotBeReadAndGoesOnBehindIt() {
        shopify.send("orders/create", "{not json".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(200);
        sent(shopify, "orders/create", ORDER.with("id", 3).with("currency", "CNY"));
        sent(shopify, "products/update", ORDER);
        sent(shopify, "orders/create", ORDER);

        orders().body("items", hasSize(1));
        deliveries()
                .body("items.status", contains("DONE", "IGNORED", "FAILED", "FAILED"))
                .body("items[3].reason", equalTo("The body is not well-formed JSON."))
                .body("items[2].reason", equalTo("The order is not in the shop's currency."));
        As.admin()
                .header("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8")
                .get("/shops/{shop}/hook-deliveries", shop.id())
                .then()
                .body("items[3].reason", equalTo("内容不是有效的 JSON。"))
                .body("items[2].reason", equalTo("订单的币种不是店铺的币种。"));
        As.admin()
                .queryParam("status", "failed")
                .queryParam("limit", 1)
                .get("/shops/{shop}/hook-deliveries", shop.id())
                .then()
                .body("items", hasSize(1))
                .body("next", notNullValue());
        As.admin()
                .get("/shops/{shop}/hooks", shop.id())
                .then()
                .body("items.find { it.source == 'shopify' }.failed", equalTo(2))
                .body("items.find { it.source == 'shopify' }.lastDeliveryAt", notNullValue());
    }

    @Test
    void aBodyThatDoesNotDecryptStandsInNobodysWay() {
        sent(shopify, "orders/create", ORDER.with("id", 3).with("name", "#1003"));
        sql.update(
                "UPDATE hook_delivery SET status = 'RECEIVED', next_at = received_at, body_enc = ? WHERE shop_id = ?",
                new byte[40],
                Long.parseLong(shop.id()));
        sent(shopify, "orders/create", ORDER);

        orders().body("items.orderNo", hasItem("1001"));
        deliveries().body("items[1].status", equalTo("RECEIVED")).body("items[1].reason", notNullValue());
    }

    @Test
    void takesNoTestForAnOrder() {
        byte[] body = ORDER.bytes();
        shopify.post(
                        shopify.headers("orders/create", "t")
                                .header("X-Shopify-Test", "true")
                                .header(shopify.signatureHeader(), Hooks.sign(Hooks.SECRET, body)),
                        body)
                .then()
                .statusCode(200);

        orders().body("items", hasSize(0));
        deliveries().body("items[0].status", equalTo("IGNORED"));
    }

    @Test
    void followsAnOrderOfWooCommerceToItsEnd() {
        sent(
                woo,
                "order.created",
                WOO.with("status", "on-hold").with("date_paid_gmt", null).with("date_paid", null));
        orders().body("items[0].status", equalTo("UNPAID")).body("items[0].source", equalTo("woocommerce"));
        sent(woo, "order.updated", WOO.with("date_modified_gmt", "2024-05-02T20:00:08"));
        orders().body("items[0].status", equalTo("PAID")).body("items[0].day", equalTo("2024-05-03"));
        sent(
                woo,
                "order.updated",
                WOO.with("date_modified_gmt", "2024-05-03T20:00:08")
                        .with("refunds", List.of(Map.of("id", 9, "total", "-9.35"))));
        orders().body("items[0].netAmount", equalTo("20.00"));
        woo.send("order.deleted", "{\"id\":727}".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(200);
        orders().body("items[0].status", equalTo("CANCELLED")).body("items[0].counted", equalTo(false));
        sent(woo, "order.restored", WOO.with("date_modified_gmt", "2024-05-03T20:00:09"));
        orders().body("items[0].status", equalTo("PAID")).body("items", hasSize(1));
    }

    @Test
    void meetsTheFileInOneOrder() {
        sent(shopify, "orders/create", ORDER);
        work();
        ImportedFile.of(
                shop,
                "Name,Email,Financial Status,Paid at,Fulfillment Status,Total,Created at,Lineitem quantity,"
                        + "Lineitem name,Lineitem price,Refunded Amount\n"
                        + "#1001,ann.lee@example.com,paid,2024-05-01 10:00:00 -0400,fulfilled,30.00,"
                        + "2024-05-01 10:00:00 -0400,2,Tea cup - 青,5.00,0.00\n");

        orders().body("items", hasSize(1)).body("items[0].status", equalTo("COMPLETED"));
        As.admin().get("/shops/{shop}/buyers", shop.id()).then().body("items", hasSize(1));
    }

    @Test
    void changesSecretsWithoutLosingADelivery() {
        byte[] body = ORDER.bytes();
        ValidatableResponse answer = put(Map.of("secret", " " + NEW + "\n", "graceHours", 2))
                .statusCode(200)
                .body("previousSecretUntil", notNullValue())
                .body("path", equalTo("/api/v1/hooks/shopify/" + shop.id()))
                .body("secretChangedBy", equalTo("admin"));
        assertThat(answer.extract().asString()).doesNotContain(NEW, Hooks.SECRET);
        shopify.send("orders/create", body).then().statusCode(200);
        new Hooks("shopify", shop.id(), NEW).send("orders/create", body).then().statusCode(200);

        put(Map.of("secret", NEW, "graceHours", 0)).statusCode(200).body("previousSecretUntil", nullValue());
        shopify.send("orders/create", body).then().statusCode(401);
        new Hooks("shopify", shop.id(), NEW).send("orders/create", body).then().statusCode(200);

        As.admin().delete("/shops/{shop}/hooks/shopify", shop.id()).then().statusCode(204);
        As.admin().delete("/shops/{shop}/hooks/shopify", shop.id()).then().statusCode(404);
        new Hooks("shopify", shop.id(), NEW).send("orders/create", body).then().statusCode(401);
        As.admin().get("/shops/{shop}/hooks", shop.id()).then().body("items.source", contains("woocommerce"));
    }

    @Test
    void keepsSecretsAndBodiesUnreadableAndBodiesNotForLong() {
        sent(shopify, "orders/create", ORDER);
        work();
        assertThat(sql.list(
                        "SELECT secret_enc AS b FROM hook_secret WHERE shop_id = ? UNION ALL"
                                + " SELECT body_enc FROM hook_delivery WHERE shop_id = ?",
                        row -> new String(row.bytesAt("b"), StandardCharsets.UTF_8),
                        Long.parseLong(shop.id()),
                        Long.parseLong(shop.id())))
                .hasSize(3)
                .noneMatch(text -> text.contains(Hooks.SECRET) || text.contains("example.com"));

        prune(Instant.now().plus(Duration.ofDays(8)));
        assertThat(left("body_enc IS NOT NULL")).isZero();
        shopify.send("orders/create", ORDER.bytes()).then().statusCode(200);
        assertThat(left("TRUE")).isEqualTo(2);
        prune(Instant.now().plus(LONG));
        assertThat(left("status = 'DONE'")).isZero();
    }

    @Test
    void letsOnlyThoseInWhoMaySetSecrets() {
        for (String user : List.of("marketer", "staff1", "integration")) {
            json(As.user(user))
                    .body(Map.of("secret", NEW))
                    .put("/shops/{shop}/hooks/shopify", shop.id())
                    .then()
                    .statusCode(403);
            As.user(user)
                    .delete("/shops/{shop}/hooks/shopify", shop.id())
                    .then()
                    .statusCode(403);
        }
        As.integration().get("/shops/{shop}/hooks", shop.id()).then().statusCode(200);
        As.marketer().get("/shops/{shop}/hook-deliveries", shop.id()).then().statusCode(403);
        put(Map.of("secret", NEW, "graceHours", -1)).statusCode(400);
        json(As.admin())
                .body(Map.of("secret", NEW))
                .put("/shops/{shop}/hooks/amazon", shop.id())
                .then()
                .statusCode(not(200));
    }

    @Test
    void takesNoSecretThatCanBeGuessed() {
        for (String secret :
                List.of("", " ", "x", "fifteen-letters", " ".repeat(16) + "fifteen-letters", "x".repeat(201))) {
            put(Map.of("secret", secret))
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("violations.field", contains("secret"))
                    .body("violations.code", contains("Size"));
        }
        put(Map.of()).statusCode(400).body("violations.field", contains("secret"));
        put(Map.of("secret", "sixteen-letters!")).statusCode(200);
    }

    private ValidatableResponse put(Map<String, Object> body) {
        return json(As.admin())
                .body(body)
                .put("/shops/{shop}/hooks/shopify", shop.id())
                .then();
    }

    private void prune(Instant now) {
        while (pruning.runDue(now) > 0) {
            assertThat(now).isNotNull();
        }
    }

    private long left(String condition) {
        return sql.first(
                        "SELECT COUNT(*) AS n FROM hook_delivery WHERE shop_id = ? AND " + condition,
                        row -> row.longAt("n"),
                        Long.parseLong(shop.id()))
                .orElseThrow();
    }
}

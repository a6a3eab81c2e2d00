package io.siyu.webhook.work;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.siyu.order.upload.ImportedFile;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.Hooks;
import io.siyu.support.Jobs;
import io.siyu.support.TestShop;
import io.siyu.support.Waiting;
import io.siyu.webhook.Payload;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** A number is a name, the platform's id is the identity. Inputs are invented after public reports. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class OrderIdentityTest {
    private static final Payload WOO = Payload.of("woocommerce_order");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SHOPIFY_HEADER =
            "Name,Id,Email,Financial Status,Paid at,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price\n";

    @Inject
    Sql sql;

    @Inject
    DueHooks due;

    private TestShop shop;
    private Hooks woo;

    @BeforeEach
    void freshShop() {
        shop = TestShop.create(Map.of("currency", "USD", "timeZone", "UTC"));
        woo = Hooks.wooCommerce(shop.id(), Hooks.SECRET);
    }

    private static Payload at(int minute, int id, String number) {
        return WOO.with("id", id)
                .with("number", number)
                .with("total", "100.00")
                .with("date_modified_gmt", "2024-05-01T20:%02d:00".formatted(minute));
    }

    private void send(Payload payload) {
        woo.send("order.updated", payload.bytes()).then().statusCode(200);
        work();
    }

    private void work() {
        Waiting.until("all deliveries are worked", PATIENCE, () -> {
            due.runDue(Instant.now().plus(Duration.ofHours(1)));
            return sql.list(
                            "SELECT id FROM hook_delivery WHERE shop_id = ? AND status = 'RECEIVED'",
                            row -> row.longAt("id"),
                            Long.parseLong(shop.id()))
                    .isEmpty();
        });
    }

    private JsonPath orders() {
        return As.admin().get("/shops/{shop}/orders", shop.id()).jsonPath();
    }

    /** Nothing that is summed up differs from the orders. */
    private void assertInStep() {
        JsonPath rebuilt = Jobs.run(As.admin(), shop.id(), "figure-rebuilds");
        assertThat(rebuilt.getLong("buyersCorrected")).isZero();
        assertThat(rebuilt.getLong("figuresCorrected")).isZero();
    }

    private static String row(String number, String createdAt, String paid) {
        return "order_no,buyer_id,ordered_at,paid_amount,status,email\n" + number + ",," + createdAt + "," + paid
                + ",PAID,ann.lee@example.com\n";
    }

    @Test
    void anOrderThatIsNumberedLaterStaysOneAlsoForFilesOfBefore() {
        send(at(1, 2607, "2607"));
        String id = orders().getString("items[0].id");
        send(at(5, 2607, "2026-0001"));
        JsonPath again = ImportedFile.of(shop, row("2607", "2024-05-01T20:00:00Z", "100.00"));

        assertThat(orders().getList("items.orderNo")).containsExactly("2026-0001");
        assertThat(orders().getString("items[0].id")).isEqualTo(id);
        assertThat(again.getInt("orders.created")).isZero();
        assertInStep();
    }

    @Test
    void aNumberThatWasGivenUpMayBeAnOthers() {
        send(at(1, 2607, "2607"));
        send(at(5, 2607, "2026-0001"));
        ImportedFile.of(shop, row("2607", "2024-06-11T08:00:00Z", "60.00"));

        assertThat(orders().getList("items.orderNo")).containsExactlyInAnyOrder("2026-0001", "2607");
        send(at(6, 9999, "2607").with("date_created_gmt", "2024-06-11T08:00:00"));
        assertThat(orders().getList("items")).hasSize(2);
        assertInStep();
    }

    /** A plugin that numbers within the second, and a word that comes late. */
    @Test
    void aFormerNumberIsKnownThoughTheOrderWasNeverStoredUnderIt() {
        woo.send("order.updated", at(1, 609, "609").bytes()).then().statusCode(200);
        woo.send("order.updated", at(5, 609, "W-1").bytes()).then().statusCode(200);
        work();
        ImportedFile.of(shop, row("609", "2024-05-01T20:00:00Z", "100.00"));
        assertThat(orders().getList("items.orderNo")).containsExactly("W-1");

        ImportedFile.of(shop, row("610", "2024-05-01T20:00:00Z", "100.00"));
        send(at(5, 610, "W-2"));
        assertThat(orders().getList("items")).hasSize(3);
        send(at(1, 610, "610"));
        assertThat(orders().getList("items.orderNo")).containsExactlyInAnyOrder("W-1", "W-2");
        assertInStep();
    }

    @Test
    void aNumberOfOursThatAnotherOrderIsToldUnderLosesNone() {
        send(at(1, 601, "1001").with("date_created_gmt", "2024-05-01T20:00:00"));
        send(at(1, 603, "1001").with("date_created_gmt", "2024-05-02T20:00:00"));
        send(at(1, 602, "1001 (603)").with("date_created_gmt", "2024-05-03T20:00:00"));

        assertThat(orders().getList("items.orderNo"))
                .containsExactlyInAnyOrder("1001", "1001 (603)", "1001 (603) (602)");
        assertInStep();
    }

    @Test
    void aRefundThatFailsIsTakenBackThoughAnExportBroughtTheOrder() {
        Hooks shopify = Hooks.shopify(shop.id(), Hooks.SECRET);
        ImportedFile.of(shop, SHOPIFY_HEADER + shopify("#1001", 77, "a@example.com"));
        shopify.send("refunds/create", failing("success", "2024-06-01T10:00:00Z", 77))
                .then()
                .statusCode(200);
        work();
        assertThat(orders().getString("items[0].refundAmount")).isEqualTo("30.00");
        Payload failed = Payload.of("shopify_order")
                .with("id", 77)
                .with("updated_at", "2024-06-03T10:00:00Z")
                .with("refunds", List.of(Map.of("id", 5, "transactions", List.of(transaction("failure")))));
        shopify.send("orders/updated", failed.bytes()).then().statusCode(200);
        work();

        assertThat(orders().getString("items[0].refundAmount")).isEqualTo("0.00");
        assertThat(orders().getBoolean("items[0].counted")).isTrue();
        assertInStep();
    }

    private static Map<String, Object> transaction(String status) {
        return Map.of("kind", "refund", "status", status, "amount", "30.00", "currency", "USD");
    }

    private static byte[] failing(String status, String at, int order) {
        return Payload.of("shopify_refund")
                .with("id", 5)
                .with("order_id", order)
                .with("created_at", at)
                .with("transactions", List.of(transaction(status)))
                .bytes();
    }

    @Test
    void whatWebhooksToldOfRefundsAndArticlesOutlivesWordsThatLeaveThemOut() {
        send(at(1, 609, "609").with("refunds", List.of(Map.of("id", 9, "total", "-20.00"))));
        int lines = As.admin()
                .get("/orders/{id}", orders().getString("items[0].id"))
                .jsonPath()
                .getList("lines")
                .size();
        ImportedFile.of(
                shop,
                "order_no,ordered_at,paid_amount,status,updated_at\n609,2024-05-01T20:00:00Z,100.00,COMPLETED,2024-07-01T00:00:00Z\n");

        assertThat(orders().getString("items[0].status")).isEqualTo("COMPLETED");
        assertThat(orders().getString("items[0].refundAmount")).isEqualTo("20.00");
        assertThat(lines).isPositive();
        As.admin().get("/orders/{id}", orders().getString("items[0].id")).then().body("lines.size()", equalTo(lines));
        send(at(30, 609, "609").with("date_modified_gmt", "2024-08-01T00:00:00").with("refunds", List.of()));
        assertThat(orders().getString("items[0].refundAmount")).isEqualTo("0.00");
        assertInStep();
    }

    @Test
    void anExportsTestOrderCountsNoMoreOnceAWebhookSaysSo() {
        Hooks shopify = Hooks.shopify(shop.id(), Hooks.SECRET);
        ImportedFile.of(shop, SHOPIFY_HEADER + shopify("#1001", 77, "a@example.com"));
        shopify.send(
                        "orders/updated",
                        Payload.of("shopify_order")
                                .with("id", 77)
                                .with("test", true)
                                .bytes())
                .then()
                .statusCode(200);
        work();

        assertThat(orders().getList("items.counted")).containsExactly(false);
        assertInStep();
    }

    @Test
    void aSettingWithoutAValueIsNone() {
        setStatuses(null).statusCode(200);
    }

    @Test
    void anOrderThatAFileBroughtUnderItsNewNumberIsTheSame() {
        send(at(1, 2607, "2607"));
        ImportedFile.of(shop, row("2026-0001", "2024-05-01T20:00:00Z", "100.00"));
        assertThat(orders().getList("items")).hasSize(2);
        send(at(5, 2607, "2026-0001"));

        assertThat(orders().getList("items.orderNo")).containsExactly("2026-0001");
        As.admin()
                .get("/shops/{shop}/buyers", shop.id())
                .then()
                .body("items.orders", contains(1))
                .body("items.netSpend", contains("100.00"));
        assertInStep();
    }

    @Test
    void twoOrdersOfOneNumberAreTwoAndTheDeliverySaysSo() {
        send(at(1, 601, "1001"));
        send(at(1, 602, "1001").with("total", "70.00"));

        assertThat(orders().getList("items.orderNo")).containsExactlyInAnyOrder("1001", "1001 (602)");
        assertThat(orders().getList("items.netAmount")).containsExactlyInAnyOrder("100.00", "70.00");
        As.admin()
                .get("/shops/{shop}/hook-deliveries", shop.id())
                .then()
                .body("items[0].status", equalTo("DONE"))
                .body("items[0].reason", containsString("1001 (602)"));
        send(at(3, 601, "1001-A"));
        assertThat(orders().getList("items.orderNo")).containsExactlyInAnyOrder("1001-A", "1001");
        woo.send("order.deleted", "{\"id\":602}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .then()
                .statusCode(200);
        work();
        assertThat(orders().getString("items.find { it.orderNo == '1001' }.status"))
                .isEqualTo("CANCELLED");
        assertInStep();
    }

    @Test
    void aFileThatKnowsOnlyTheNumberFindsTheOrderByTheMomentOfItsCreation() {
        send(at(1, 601, "1001").with("date_created_gmt", "2024-05-01T20:00:00"));
        send(at(1, 602, "1001").with("date_created_gmt", "2024-05-03T09:30:00"));
        send(at(1, 603, "1002").with("date_created_gmt", "2024-05-04T09:30:00"));
        send(at(2, 603, "1003").with("date_created_gmt", "2024-05-04T09:30:00"));
        send(at(3, 604, "1002").with("date_created_gmt", "2024-05-05T09:30:00"));
        JsonPath done = ImportedFile.of(
                shop,
                "order_no,ordered_at,paid_amount,refund_amount,status,updated_at\n"
                        + "1001,2024-05-03T09:30:00Z,100.00,7.00,PAID,2024-06-01T00:00:00Z\n"
                        + "1002,2024-05-04T09:30:00Z,100.00,9.00,PAID,2024-06-01T00:00:00Z\n");

        assertThat(done.getInt("orders.updated")).isEqualTo(2);
        JsonPath orders = orders();
        assertThat(refund(orders, "1001")).isEqualTo("0.00");
        assertThat(refund(orders, "1001 (602)")).isEqualTo("7.00");
        assertThat(refund(orders, "1003")).isEqualTo("9.00");
        assertThat(refund(orders, "1002")).isEqualTo("0.00");
        assertInStep();
    }

    private static String refund(JsonPath orders, String number) {
        return orders.getString("items.find { it.orderNo == '" + number + "' }.refundAmount");
    }

    @Test
    void exportsThatTellTheIdFindTheOrderByIt() {
        ImportedFile.of(shop, SHOPIFY_HEADER + shopify("#1001", 1, "a@example.com"));
        ImportedFile.of(shop, SHOPIFY_HEADER + shopify("#EU-1001", 1, "a@example.com"));
        assertThat(orders().getList("items.orderNo")).containsExactly("EU-1001");

        ImportedFile.of(shop, SHOPIFY_HEADER + shopify("#EU-1001", 2, "b@example.com"));
        assertThat(orders().getList("items.orderNo")).containsExactlyInAnyOrder("EU-1001", "EU-1001 (2)");
        ImportedFile.of(
                shop, SHOPIFY_HEADER + shopify("#EU-1001", 1, "a@example.com") + shopify("#1002", 3, "c@example.com"));
        assertThat(orders().getList("items")).hasSize(3);
        assertInStep();
    }

    @Test
    void ordersOfOneFileThatShareANumberAreToldApartByTheirIds() {
        JsonPath done = ImportedFile.of(
                shop,
                SHOPIFY_HEADER + shopify("#1001", 1, "a@example.com") + "#1001,,,,,,,2,Cup,5.00\n"
                        + shopify("#1001", 2, "b@example.com") + shopify("#1002", 3, "c@example.com")
                        + shopify("#1001", 4, "d@example.com") + "#1001,,,,,,,1,Plate,7.00\n");

        assertThat(done.getInt("orders.created")).isEqualTo(4);
        assertThat(orders().getList("items.orderNo")).containsExactlyInAnyOrder("1001", "1001 (2)", "1002", "1001 (4)");
        assertThat(titlesOf("1001")).containsExactly("Tea", "Cup");
        assertThat(titlesOf("1001 (2)")).containsExactly("Tea");
        assertThat(titlesOf("1001 (4)")).containsExactly("Tea", "Plate");
        assertInStep();
    }

    private List<String> titlesOf(String number) {
        String id = orders().getString("items.find { it.orderNo == '" + number + "' }.id");
        return As.admin().get("/orders/{id}", id).jsonPath().getList("lines.title");
    }

    private static String shopify(String name, int id, String email) {
        return name + "," + id + "," + email
                + ",paid,2024-05-01 10:00:00 +0000,30.00,2024-05-01 10:00:00 +0000,1,Tea,30.00\n";
    }

    @Test
    void aStateOfTheShopsOwnIsNamedAndMayBeGivenAMeaning() {
        send(at(1, 507, "507")
                .with("status", "picked-up")
                .with("date_paid_gmt", null)
                .with("date_paid", null));
        As.admin()
                .get("/shops/{shop}/hook-deliveries", shop.id())
                .then()
                .body("items[0].status", equalTo("DONE"))
                .body("items[0].reason", containsString("picked-up"));
        assertThat(orders().getList("items.counted")).containsExactly(false);

        setStatuses(Map.of("picked-up", "COMPLETED")).statusCode(200);
        send(at(2, 507, "507")
                .with("status", "wc-picked-up")
                .with("date_paid_gmt", null)
                .with("date_paid", null));
        assertThat(orders().getList("items.status")).containsExactly("COMPLETED");
        JsonPath file = ImportedFile.of(
                shop,
                "order_no,ordered_at,paid_amount,status\nF1,2024-05-02,5.00,Picked-Up\nF2,2024-05-02,5.00,gone\n");
        assertThat(file.getInt("orders.created")).isEqualTo(1);
        assertThat(file.getInt("orders.rejected")).isEqualTo(1);
    }

    @Test
    void aMeaningThatNoOrderCanHaveIsRefused() {
        for (Object wrong : List.of(Map.of("shipped", "SENT"), Map.of("", "PAID"), List.of("shipped"), "PAID")) {
            setStatuses(wrong)
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("violations.field", contains("settings.orderStatuses"));
        }
    }

    private io.restassured.response.ValidatableResponse setStatuses(Object statuses) {
        String version = As.admin().get("/shops/{shop}", shop.id()).header("ETag");
        return As.admin()
                .contentType(ContentType.JSON)
                .header("If-Match", version)
                .body(Map.of("settings", Collections.singletonMap("orderStatuses", statuses)))
                .patch("/shops/{shop}", shop.id())
                .then();
    }

    @Test
    void whatWasTakenOutOfAnOrderWasNotBought() {
        Hooks shopify = Hooks.shopify(shop.id(), Hooks.SECRET);
        Payload order = Payload.of("shopify_order")
                .with(
                        "line_items",
                        List.of(
                                Map.of("title", "Green Tea", "quantity", 1, "current_quantity", 1),
                                Map.of("title", "Porcelain Cup", "quantity", 1, "current_quantity", 0)));
        shopify.send("orders/updated", order.bytes()).then().statusCode(200);
        work();

        assertThat(buyersOf("bought \"Porcelain\"")).isZero();
        assertThat(buyersOf("bought \"Green\"")).isEqualTo(1);
        As.admin()
                .get("/orders/{id}", orders().getString("items[0].id"))
                .then()
                .body("lines.quantity", containsInAnyOrder(1, 0))
                .body("lines.find { it.title == 'Porcelain Cup' }.orderedQuantity", equalTo(1));
    }

    private int buyersOf(String filter) {
        return As.admin()
                .contentType(ContentType.JSON)
                .body(Map.of("filter", filter))
                .post("/shops/{shop}/segments/preview", shop.id())
                .then()
                .statusCode(200)
                .extract()
                .path("buyers");
    }
}

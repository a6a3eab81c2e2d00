package io.siyu.webhook.work;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.siyu.order.upload.ImportedFile;
import io.siyu.platform.sql.Sql;
import io.siyu.support.Database;
import io.siyu.support.Hooks;
import io.siyu.support.TestShop;
import io.siyu.support.Waiting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What one source tells of an order for good, another one that does not know of it takes back neither way. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class LastingFactsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String HEADER =
            "order_no,buyer_id,ordered_at,paid_at,paid_amount,refund_amount,status,updated_at\n";
    /** Ordered before midnight in China, paid after it. */
    private static final String UNTIMED = "N1,b1,2024-05-01T15:50:00Z,,10.00,0.00,PAID,";

    private static final String TIMED = "N1,b1,2024-05-01T15:50:00Z,2024-05-01T16:10:00Z,10.00,0.00,PAID,";

    @Inject
    DueHooks due;

    @Inject
    Sql sql;

    private TestShop shop;
    private Hooks shopify;

    @BeforeEach
    void freshShop() {
        shop = TestShop.create();
        shopify = Hooks.shopify(shop.id(), Hooks.SECRET);
    }

    @Test
    void aNewerExportKeepsARefundThatItDoesNotKnow() {
        order("orders/create", 16, 30);
        refund("4.00");

        assertThat(imported(UNTIMED + "2024-05-01T17:00:00Z").getInt("orders.updated"))
                .isEqualTo(1);
        assertThat(stored("CONCAT_WS(' ', status, refund_amount, net_amount)")).isEqualTo("PAID 4.00 6.00");
        assertThat(imported(UNTIMED + "2024-05-01T17:00:00Z").getInt("orders.unchanged"))
                .isEqualTo(1);
        assertThat(stored("net_amount")).isEqualTo("6.00");
    }

    @Test
    void aNewerExportDoesNotCountWhatWentBackInFull() {
        order("orders/create", 16, 30);
        refund("10.00");

        imported(UNTIMED + "2024-05-01T17:00:00Z");
        assertThat(stored("CONCAT_WS(' ', status, counted)")).isEqualTo("REFUNDED 0");
        assertThat(buyers("orders")).isEqualTo("0");
    }

    @Test
    void aNewerExportKeepsATimeOfPaymentThatItDoesNotTell() {
        order("orders/paid", 16, 10);

        imported(UNTIMED + "2024-05-01T17:00:00Z");
        assertThat(stored("CAST(day AS CHAR)")).isEqualTo("2024-05-02");
        assertThat(stored("source")).isEqualTo("generic");
        assertThat(buyers("CAST(last_day AS CHAR)")).isEqualTo("2024-05-02");
    }

    @Test
    void anOlderExportTellsWhenTheOrderWasPaid() {
        order("orders/create", 18, 0);
        assertThat(buyers("CAST(last_day AS CHAR)")).isEqualTo("2024-05-01");

        JsonPath told = imported(TIMED + "2024-05-01T17:00:00Z");
        assertThat(told.getInt("orders.stale")).isEqualTo(1);
        assertThat(told.getInt("buyers.updated")).isEqualTo(1);
        assertThat(stored("CAST(day AS CHAR)")).isEqualTo("2024-05-02");
        assertThat(stored("source")).isEqualTo("shopify");
        assertThat(buyers("CAST(last_day AS CHAR)")).isEqualTo("2024-05-02");
        assertThat(imported(TIMED + "2024-05-01T17:00:00Z").getInt("buyers.updated"))
                .isZero();
    }

    @Test
    void exportsOfTwoTimesTellOnePaymentInEitherSequence() {
        imported(TIMED + "2024-05-01T17:00:00Z");
        imported(UNTIMED + "2024-05-01T18:00:00Z");
        assertThat(stored("CAST(day AS CHAR)")).isEqualTo("2024-05-02");

        freshShop();
        imported(UNTIMED + "2024-05-01T18:00:00Z");
        imported(TIMED + "2024-05-01T17:00:00Z");
        assertThat(stored("CAST(day AS CHAR)")).isEqualTo("2024-05-02");
        assertThat(buyers("CAST(last_day AS CHAR)")).isEqualTo("2024-05-02");
    }

    @Test
    void aRefundLeavesTheOrderOneThatSaidAContact() {
        order("orders/create", 16, 30);
        assertThat(stored("says_contact")).isEqualTo("1");

        refund("4.00");
        assertThat(stored("CONCAT_WS(' ', refund_amount, says_contact)")).isEqualTo("4.00 1");
    }

    @Test
    void aDeletionToldFirstCallsOffTheOrderThatAnOlderOrATimelessExportBrings() {
        Hooks.wooCommerce(shop.id(), Hooks.SECRET)
                .send("order.deleted", "{\"id\": 77}".getBytes(StandardCharsets.UTF_8));
        worked();
        for (String told : List.of(TIMED + "2024-05-01T17:00:00Z", UNTIMED, TIMED + "2024-05-01T18:00:00Z", UNTIMED)) {
            imported(told.replace("N1", "77"));
            assertThat(stored("CONCAT_WS(' ', status, counted)")).isEqualTo("CANCELLED 0");
        }
    }

    @Test
    void aDeletionCallsOffAnOrderThatOnlyAnExportBrought() {
        imported(UNTIMED.replace("N1", "77"));
        Hooks.wooCommerce(shop.id(), Hooks.SECRET)
                .send("order.deleted", "{\"id\": 77}".getBytes(StandardCharsets.UTF_8));
        worked();

        assertThat(stored("CONCAT_WS(' ', status, counted)")).isEqualTo("CANCELLED 0");
        imported(UNTIMED.replace("N1", "77"));
        assertThat(stored("status")).isEqualTo("CANCELLED");
    }

    @Test
    void aNewerExportBringsADeletedOrderBackThoughItSaysNothingElse() {
        gone("2024-05-01T17:30:00Z", 1);
        order("orders/create", 16, 30);
        assertThat(stored("status")).isEqualTo("CANCELLED");

        imported(TIMED + "2024-05-01T17:00:00Z");
        assertThat(stored("status")).isEqualTo("CANCELLED");
        assertThat(imported(TIMED + "2024-05-01T17:00:00Z").getInt("orders.unchanged"))
                .isEqualTo(1);
        imported(TIMED + "2024-05-01T18:00:00Z");
        assertThat(stored("CONCAT_WS(' ', status, counted)")).isEqualTo("PAID 1");
        imported(TIMED + "2024-05-01T17:20:00Z");
        assertThat(stored("status")).isEqualTo("PAID");
    }

    @Test
    void aDeletionOfShopifyFindsItsOrderInAnExportByTheId() {
        gone("2024-05-02T17:30:00Z", 5301234567890L);

        assertThat(shopifyExport().getInt("orders.created")).isEqualTo(2);
        assertThat(statuses()).containsExactly("CANCELLED", "PAID");
        shopifyExport();
        assertThat(statuses()).containsExactly("CANCELLED", "PAID");
    }

    @Test
    void aDeletionOfShopifyFindsAnOrderThatOnlyAnExportBrought() {
        shopifyExport();
        gone("2024-05-02T17:30:00Z", 5301234567891L);

        assertThat(statuses()).containsExactly("PAID", "CANCELLED");
        assertThat(shopifyExport().getInt("orders.updated")).isZero();
        assertThat(statuses()).containsExactly("PAID", "CANCELLED");
    }

    @Test
    void aRefundOfShopifyFindsAnOrderThatOnlyAnExportBrought() {
        shopifyExport();
        send("refunds/create", """
                {"id": 7, "order_id": 5301234567890,
                 "transactions": [{"kind": "refund", "status": "success", "amount": "10.00"}]}""");

        assertThat(statuses()).containsExactly("REFUNDED", "PAID");
        assertThat(shopifyExport().getInt("orders.updated")).isZero();
        assertThat(statuses()).containsExactly("REFUNDED", "PAID");
    }

    @Test
    void anExportsIdTakesNothingFromWhatDeliveriesTold() {
        shopify.send("orders/create", """
                {"id": 5301234567890, "name": "#5", "created_at": "2024-05-01T02:00:00Z",
                 "updated_at": "2024-05-03T02:00:00Z", "financial_status": "paid", "total_price": "10.00",
                 "current_total_price": "10.00", "refunds": []}""".getBytes(StandardCharsets.UTF_8));
        worked();
        shopifyExport();
        send("orders/updated", """
                {"id": 5301234567890, "name": "#5", "created_at": "2024-05-01T02:00:00Z",
                 "updated_at": "2024-05-02T02:00:00Z", "financial_status": "pending", "total_price": "10.00",
                 "current_total_price": "10.00", "refunds": []}""");

        assertThat(statuses()).containsExactly("PAID", "PAID");
    }

    @Test
    void aDeletionIsNobodyElsesWhereOrdersHaveOtherNumbersThanIds() {
        Hooks woo = Hooks.wooCommerce(shop.id(), Hooks.SECRET);
        woo.send("order.deleted", "{\"id\": 77}".getBytes(StandardCharsets.UTF_8));
        woo.send("order.created", """
                {"id": 78, "number": "12", "status": "processing", "total": "10.00",
                 "date_created_gmt": "2024-05-01T15:50:00"}""".getBytes(StandardCharsets.UTF_8));
        worked();
        imported(UNTIMED.replace("N1", "77"));

        assertThat(statuses()).containsExactly("PAID", "PAID");
    }

    private JsonPath shopifyExport() {
        return ImportedFile.of(
                shop,
                "Name,Financial Status,Created at,Total,Lineitem name,Id\n"
                        + "#5,paid,2024-05-01 10:00:00 +0800,10.00,Tea,5301234567890\n"
                        + "#6,paid,2024-05-01 10:00:00 +0800,10.00,Tea,5301234567891\n");
    }

    /** Of all orders, by their numbers. */
    private List<String> statuses() {
        return sql.list(
                "SELECT status FROM shop_order WHERE shop_id = ? ORDER BY order_no",
                row -> row.textAt("status"),
                Long.parseLong(shop.id()));
    }

    private void gone(String at, long id) {
        byte[] body = "{\"id\": %d}".formatted(id).getBytes(StandardCharsets.UTF_8);
        shopify.post(
                        shopify.headers("orders/delete", "gone")
                                .header("X-Shopify-Triggered-At", at)
                                .header(shopify.signatureHeader(), Hooks.sign(Hooks.SECRET, body)),
                        body)
                .then()
                .statusCode(200);
        worked();
    }

    private void order(String topic, int hour, int minute) {
        send(topic, """
                {"id": 1, "name": "#N1", "created_at": "2024-05-01T15:50:00Z",
                 "updated_at": "2024-05-01T%02d:%02d:00Z", "financial_status": "paid", "total_price": "10.00",
                 "current_total_price": "10.00", "customer": {"id": "b1"}, "phone": "13800000001", "refunds": []}""".formatted(hour, minute));
    }

    private void refund(String amount) {
        send("refunds/create", """
                {"id": 7, "order_id": 1,
                 "transactions": [{"kind": "refund", "status": "success", "amount": "%s"}]}""".formatted(amount));
    }

    private void send(String topic, String body) {
        shopify.send(topic, body.getBytes(StandardCharsets.UTF_8)).then().statusCode(200);
        worked();
    }

    private void worked() {
        Waiting.until("the delivery is worked", PATIENCE, () -> {
            due.runDue(Instant.now());
            return sql.list(
                            "SELECT id FROM hook_delivery WHERE shop_id = ? AND status <> 'DONE'",
                            row -> row.longAt("id"),
                            Long.parseLong(shop.id()))
                    .isEmpty();
        });
    }

    private JsonPath imported(String row) {
        JsonPath job = ImportedFile.of(shop, HEADER + row + "\n");
        assertThat(job.getString("status")).isEqualTo("DONE");
        return job;
    }

    private String stored(String value) {
        return only("SELECT " + value + " AS told FROM shop_order WHERE shop_id = ?");
    }

    private String buyers(String value) {
        return only("SELECT " + value + " AS told FROM buyer WHERE shop_id = ?");
    }

    private String only(String query) {
        return sql.first(query, row -> row.textAt("told"), Long.parseLong(shop.id()))
                .orElseThrow();
    }
}

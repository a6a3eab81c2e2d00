package io.siyu.order.hook;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.siyu.order.intake.ImportedFile;
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

package io.siyu.order.upload;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.siyu.support.As;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** What an export leaves open is told: on its import, and on the order until a source knows better. */
@QuarkusTest
class RefundWithoutAmountResourceTest {
    private TestShop shop;

    @BeforeEach
    void freshShop() {
        shop = TestShop.create();
    }

    private JsonPath order(String number) {
        Map<String, Object> order = As.marketer()
                .get("/shops/{shop}/orders", shop.id())
                .jsonPath()
                .<Map<String, Object>>getList("items")
                .stream()
                .filter(each -> each.get("orderNo").equals(number))
                .findFirst()
                .orElseThrow();
        return As.marketer().get("/orders/{id}", order.get("id")).jsonPath();
    }

    @Test
    void warnsOnTheImportAndOnTheOrderUntilTheAmountIsKnown() {
        JsonPath job = ImportedFile.of(
                shop, ImportedFile.HEADER + "A1,b1,2026-03-01,10.00,,PARTIAL,\nA2,b1,2026-03-02,10.00,2.00,PARTIAL,\n");

        assertThat(job.getInt("orders.created")).isEqualTo(2);
        assertThat(job.getInt("orders.rejected")).isZero();
        assertThat(job.getInt("warnings.refundsWithoutAmount")).isEqualTo(1);
        String id = job.getString("id");
        As.marketer()
                .header("Accept-Language", "en")
                .get("/order-imports/{id}/warnings", id)
                .then()
                .statusCode(200)
                .body(containsString("2,,A1,\"Something was refunded"));
        As.marketer()
                .header("Accept-Language", "zh")
                .get("/order-imports/{id}/warnings", id)
                .then()
                .body(containsString("有退款但没有金额"));
        assertThat(order("A1").getBoolean("refundUnknown")).isTrue();
        assertThat(order("A1").getString("netAmount")).isEqualTo("10.00");
        assertThat(order("A2").getBoolean("refundUnknown")).isFalse();

        JsonPath again = ImportedFile.of(shop, ImportedFile.HEADER + "A1,b1,2026-03-01,10.00,3.00,PARTIAL,\n");
        assertThat(again.getInt("orders.updated")).isEqualTo(1);
        assertThat(again.getInt("warnings.refundsWithoutAmount")).isZero();
        assertThat(order("A1").getBoolean("refundUnknown")).isFalse();
        assertThat(order("A1").getString("netAmount")).isEqualTo("7.00");
    }

    @Test
    void aRehearsalWarnsAsWell() {
        String id = As.marketer()
                .multiPart(
                        "file", "orders.csv", (ImportedFile.HEADER + "A1,b1,2026-03-01,10.00,,PARTIAL,\n").getBytes())
                .multiPart("dryRun", "true")
                .post("/shops/{shop}/order-imports", shop.id())
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        assertThat(ImportedFile.finished(id).getInt("warnings.refundsWithoutAmount"))
                .isEqualTo(1);
    }

    @Test
    void warnsWhoPosts() {
        As.integration()
                .header("Accept-Language", "en")
                .contentType("application/json")
                .body(Map.of(
                        "orders",
                        List.of(posted("P1", "PARTIAL", "CNY"), posted("P2", "PAID", "USD"), posted("P3", "PAID", ""))))
                .post("/shops/{shop}/orders", shop.id())
                .then()
                .statusCode(200)
                .body("orders.created", equalTo(2))
                .body("warnings.refundsWithoutAmount", equalTo(1))
                .body("warned.index", contains(0))
                .body("warned.field", contains("refundAmount"))
                .body("rejects.index", contains(1))
                .body("rejects.field", contains("currency"))
                .body("rejects[0].reason", containsString("currency"));
        assertThat(order("P1").getBoolean("refundUnknown")).isTrue();
    }

    @Test
    void saysNothingOfOrdersThatLeaveNothingOpen() {
        JsonPath job = ImportedFile.of(shop, ImportedFile.HEADER + "A1,b1,2026-03-01,10.00,0,PAID,\n");
        assertThat(job.getInt("warnings.refundsWithoutAmount")).isZero();
        As.marketer()
                .get("/order-imports/{id}/warnings", job.getString("id"))
                .then()
                .body(equalTo("row,column,value,reason\r\n"));
        assertThat(order("A1").getBoolean("refundUnknown")).isFalse();
    }

    private static Map<String, String> posted(String number, String status, String currency) {
        return Map.of(
                "orderNo", number,
                "orderedAt", "2026-03-01T10:00:00",
                "paidAmount", "10.00",
                "status", status,
                "currency", currency);
    }
}

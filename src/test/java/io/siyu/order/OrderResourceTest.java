package io.siyu.order;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.siyu.order.upload.ImportedFile;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.Distributions;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import static io.siyu.support.As.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class OrderResourceTest {
    @Inject
    Sql sql;

    private TestShop shop;

    @BeforeEach
    void freshShop() {
        shop = TestShop.create();
    }

    private static Map<String, Object> order(String number, Object... more) {
        Map<String, Object> order = new HashMap<>(Map.of(
                "orderNo", number,
                "buyerId", "b-" + number,
                "orderedAt", "2024-05-01T23:30:00+08:00",
                "paidAmount", "10.50",
                "status", "COMPLETED"));
        for (int i = 0; i < more.length; i += 2) {
            order.put((String) more[i], more[i + 1]);
        }
        return order;
    }

    private ValidatableResponse post(Object body) {
        return json(As.integration())
                .body(body)
                .post("/shops/{shop}/orders", shop.id())
                .then();
    }

    @Test
    void takesOrdersAndTellsOfTheRestByIndex() {
        post(Map.of(
                        "orders",
                        List.of(
                                order(
                                        "P1",
                                        "lines",
                                        List.of(Map.of("title", "杯子", "quantity", 2, "unitPrice", "5.25"))),
                                order("P2", "paidAmount", "-1"),
                                order("P3", "status", "NONE"),
                                order("P1", "paidAmount", 12))))
                .statusCode(200)
                .body("orders.created", equalTo(1))
                .body("orders.superseded", equalTo(1))
                .body("orders.rejected", equalTo(2))
                .body("rejects.index", contains(1, 2))
                .body("rejects.field", contains("paidAmount", "status"))
                .body("buyers.created", equalTo(1));
        As.marketer()
                .get("/shops/{shop}/orders", shop.id())
                .then()
                .body("items", hasSize(1))
                .body("items[0].orderNo", equalTo("P1"))
                .body("items[0].day", equalTo("2024-05-01"))
                .body("items[0].netAmount", equalTo("12.00"))
                .body("items[0].counted", equalTo(true));
    }

    @Test
    void takesABareArrayAndTheSameOrderTwiceWithoutChange() {
        post(List.of(order("P1"))).statusCode(200).body("orders.created", equalTo(1));
        post(List.of(order("P1"))).statusCode(200).body("orders.unchanged", equalTo(1));
    }

    @Test
    void keepsTheNewerWordOfTheSender() {
        post(List.of(order("P1", "updatedAt", "2024-05-05T00:00:00Z", "status", "PAID")));
        post(List.of(order("P1", "updatedAt", "2024-05-04T00:00:00Z", "status", "COMPLETED")))
                .body("orders.stale", equalTo(1));
        post(List.of(order("P1", "updatedAt", "2024-05-06T00:00:00Z", "status", "UNPAID")))
                .body("orders.updated", equalTo(1));
    }

    @Test
    void remembersThatANewerWordSaidTheSame() {
        post(List.of(order("P1", "updatedAt", "2024-05-01T00:00:00Z")));
        post(List.of(order("P1", "updatedAt", "2024-05-03T00:00:00Z"))).body("orders.unchanged", equalTo(1));
        post(List.of(order("P1", "updatedAt", "2024-05-02T00:00:00Z", "paidAmount", "1.00")))
                .body("orders.stale", equalTo(1));
    }

    @Test
    void showsOneOrderWithItsLines() {
        post(List.of(order("P1", "lines", List.of(Map.of("title", "杯子", "quantity", 2, "unitPrice", "5.25")))));
        String id = As.marketer().get("/shops/{shop}/orders", shop.id()).path("items[0].id");

        As.marketer()
                .get("/orders/{id}", id)
                .then()
                .statusCode(200)
                .body("lines[0].title", equalTo("杯子"))
                .body("lines[0].unitPrice", equalTo("5.25"))
                .body("buyerId", notNullValue());
        As.marketer().get("/orders/{id}", "1").then().statusCode(404);
    }

    @Test
    void filtersAndPages() {
        ImportedFile.of(shop, ImportedFile.HEADER + """
                        A1,b1,2024-05-01,1,0,COMPLETED,
                        A2,b1,2024-05-02,1,0,UNPAID,
                        A3,b2,2024-05-03,1,0,COMPLETED,
                        """);
        String buyer = As.marketer().get("/shops/{shop}/orders", shop.id()).path("items[2].buyerId");

        As.marketer()
                .queryParam("buyer", buyer)
                .queryParam("status", "completed")
                .get("/shops/{shop}/orders", shop.id())
                .then()
                .body("items.orderNo", contains("A1"));
        As.marketer()
                .queryParam("from", "2024-05-02")
                .queryParam("to", "2024-05-02")
                .get("/shops/{shop}/orders", shop.id())
                .then()
                .body("items.orderNo", contains("A2"));
        String next = As.marketer()
                .queryParam("limit", 2)
                .get("/shops/{shop}/orders", shop.id())
                .then()
                .body("items.orderNo", contains("A3", "A2"))
                .extract()
                .path("next");
        As.marketer()
                .queryParam("after", next)
                .get("/shops/{shop}/orders", shop.id())
                .then()
                .body("items.orderNo", contains("A1"))
                .body("next", nullValue());
    }

    @Test
    void refusesWhatMakesNoSense() {
        post(Map.of("orders", List.of(order("P1", "colour", "red"))))
                .statusCode(400)
                .body("violations.code", hasItem("UnknownField"));
        post(List.of(order("P1", "lines", List.of(Map.of("title", "杯子", "quantity", 1.7)))))
                .statusCode(400)
                .body("violations[0].field", equalTo("[0].lines[0].quantity"));
        post(Map.of("orders", List.of())).statusCode(400);
        post(Map.of()).statusCode(400);
        post("{\"orders\":[null]}").statusCode(200).body("orders.rejected", equalTo(1));
        post("[").statusCode(400);
        post(Collections.nCopies(1001, order("P1"))).statusCode(400);
        As.marketer()
                .queryParam("from", "2024-05-02")
                .queryParam("to", "2024-05-01")
                .get("/shops/{shop}/orders", shop.id())
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("to"));
        As.marketer()
                .queryParam("counted", "maybe")
                .get("/shops/{shop}/orders", shop.id())
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("counted"));
        As.marketer()
                .queryParam("buyer", "x")
                .get("/shops/{shop}/orders", shop.id())
                .then()
                .statusCode(400);
        As.staff1().get("/shops/{shop}/orders", shop.id()).then().statusCode(403);
    }

    @Test
    void knowsABuyerByAnyKeyAndShowsNothingInClear() {
        post(List.of(
                order("P1", "buyerId", "wang", "phone", "138-0013-8007", "email", "Wang@Example.com", "name", "王静")));
        post(List.of(order("P2", "buyerId", null, "phone", "+86 13800138007")))
                .body("buyers.created", equalTo(0))
                .body("buyers.updated", equalTo(1));
        String id = As.marketer()
                .queryParam("q", "wang@example.COM")
                .get("/shops/{shop}/buyers", shop.id())
                .then()
                .body("items", hasSize(1))
                .body("items[0].orders", equalTo(2))
                .extract()
                .path("items[0].id");

        String portrait = As.marketer()
                .get("/buyers/{id}", id)
                .then()
                .statusCode(200)
                .body("platformId", equalTo("wang"))
                .body("phone", equalTo("138****8007"))
                .body("email", equalTo("w***@example.com"))
                .body("name", equalTo("王**"))
                .extract()
                .asString();
        assertThat(portrait).doesNotContain("13800138007", "王静", "wang@");
        As.staff1().get("/buyers/{id}", id).then().statusCode(not(200));
        As.staff1().post("/buyers/{id}/contact-reveals", id).then().statusCode(404);
        As.marketer()
                .post("/buyers/{id}/contact-reveals", id)
                .then()
                .statusCode(200)
                .body("phone", equalTo("+8613800138007"))
                .body("email", equalTo("wang@example.com"));
        assertThat(sql.list(
                        "SELECT staff_id FROM contact_reveal WHERE shop_id = ? AND buyer_id = ?",
                        row -> Long.toString(row.longAt("staff_id")),
                        Long.parseLong(shop.id()),
                        Long.parseLong(id)))
                .containsExactly(shop.marketerStaffId());
        As.marketer()
                .queryParam("q", "wa")
                .get("/shops/{shop}/buyers", shop.id())
                .then()
                .body("items.id", contains(id));
        As.marketer()
                .queryParam("q", "w_")
                .get("/shops/{shop}/buyers", shop.id())
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void judgesOrdersAgainWhenTheMinimumChanges() {
        post(List.of(order("P1", "buyerId", "b"), order("P2", "buyerId", "b", "paidAmount", "99.00")));
        As.change(As.admin(), "/shops/{shop}", Map.of("minimumOrderAmount", "50"), shop.id());

        awaitNetSpend("99.00");
        As.marketer()
                .get("/shops/{shop}/orders", shop.id())
                .then()
                .body("items.find { it.orderNo == 'P1' }.exclusion", equalTo("BELOW_MINIMUM"));
    }

    @Test
    void showsStaffTheFollowersOfTheirOwnAccountsOnly() {
        post(List.of(order("P1", "buyerId", "b")));
        String id = As.marketer().get("/shops/{shop}/buyers", shop.id()).path("items[0].id");
        Distributions.run(shop.id(), Map.of("accounts", List.of(shop.account1())));

        As.staff1()
                .get("/buyers/{id}", id)
                .then()
                .statusCode(200)
                .body("follower.accountId", equalTo(shop.account1()))
                .body("history", hasSize(1));
        As.staff2().get("/buyers/{id}", id).then().statusCode(404);
        As.staff1().get("/shops/{shop}/buyers", shop.id()).then().body("items", hasSize(1));
        As.staff2().get("/shops/{shop}/buyers", shop.id()).then().body("items", hasSize(0));
    }

    private void awaitNetSpend(String wanted) {
        String seen = null;
        for (int look = 0; look < 100 && !wanted.equals(seen); look++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            seen = As.marketer().get("/shops/{shop}/buyers", shop.id()).path("items[0].netSpend");
        }
        assertThat(seen).isEqualTo(wanted);
    }
}

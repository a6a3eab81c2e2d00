package io.siyu.support;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An order as an integration posts it; what is null is left out. */
public record PostedOrder(String no, String buyer, String phone, String email, String day, String status) {
    public static PostedOrder of(String no, String buyer, String phone, String email) {
        return new PostedOrder(no, buyer, phone, email, "2026-01-05", "COMPLETED");
    }

    public PostedOrder on(String otherDay) {
        return new PostedOrder(no, buyer, phone, email, otherDay, status);
    }

    public PostedOrder as(String otherStatus) {
        return new PostedOrder(no, buyer, phone, email, day, otherStatus);
    }

    public static JsonPath post(TestShop shop, PostedOrder... orders) {
        return post(shop, Arrays.stream(orders).map(PostedOrder::body).toList());
    }

    /** @param bodies for orders of which more is said */
    public static JsonPath post(TestShop shop, List<Map<String, Object>> bodies) {
        return As.integration()
                .contentType(ContentType.JSON)
                .body(Map.of("orders", bodies))
                .post("/shops/{shop}/orders", shop.id())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The buyer that an order belongs to, or null. */
    public static String buyerOf(TestShop shop, String orderNo) {
        return As.marketer()
                .get("/shops/{shop}/orders?limit=200", shop.id())
                .path("items.find { it.orderNo == '" + orderNo + "' }.buyerId");
    }

    /** The id of an order. */
    public static String idOf(TestShop shop, String orderNo) {
        return As.marketer()
                .get("/shops/{shop}/orders?limit=200", shop.id())
                .path("items.find { it.orderNo == '" + orderNo + "' }.id");
    }

    private Map<String, Object> body() {
        Map<String, Object> body = new HashMap<>();
        body.put("orderNo", no);
        body.put("buyerId", buyer);
        body.put("phone", phone);
        body.put("email", email);
        body.put("name", phone == null ? null : "李" + phone);
        body.put("orderedAt", day + "T10:00:00+08:00");
        body.put("paidAmount", "10.00");
        body.put("status", status);
        return body;
    }
}

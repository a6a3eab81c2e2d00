package io.siyu.support;

import io.restassured.http.ContentType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fresh shop with all the ready users as members and an account each for staff1 and staff2, who have come in. Tests share one database:
 * each test works in a shop of its own.
 */
public record TestShop(
        String id,
        String adminStaffId,
        String marketerStaffId,
        String staff1Id,
        String staff2Id,
        String account1,
        String account2) {
    private static final AtomicInteger COUNT = new AtomicInteger();

    public static TestShop create() {
        return create(Map.of());
    }

    /** @param terms what else the shop is created with, such as minimumOrderAmount */
    public static TestShop create(Map<String, Object> terms) {
        TestShop shop = invited(terms);
        // Whoever is only invited does not work yet.
        List.of("staff1", "staff2")
                .forEach(name ->
                        As.user(name).get("/shops/{shop}", shop.id()).then().statusCode(200));
        return shop;
    }

    /** One in which nobody but its founder has come in. */
    public static TestShop invited() {
        return invited(Map.of());
    }

    private static TestShop invited(Map<String, Object> terms) {
        Map<String, Object> body = new HashMap<>(terms);
        body.putIfAbsent("name", "Test shop " + COUNT.incrementAndGet());
        body.putIfAbsent("platform", "TAOBAO");
        String shop = post("/shops", body);
        String marketer = hire(shop, "marketer", "marketer");
        String staff1 = hire(shop, "staff1", "staff");
        String staff2 = hire(shop, "staff2", "staff");
        hire(shop, "integration", "integration");
        String admin = As.admin().get("/shops/{shop}/staff", shop).path("items.find { it.username == 'admin' }.id");
        String account1 = account(shop, "小雅", staff1);
        String account2 = account(shop, "阿宁", staff2);
        return new TestShop(shop, admin, marketer, staff1, staff2, account1, account2);
    }

    /** Takes one more person in. @return the staff id */
    public String hire(String username, List<String> roles) {
        return hire(id, username, roles);
    }

    private static String hire(String shop, String username, String role) {
        return hire(shop, username, List.of(role));
    }

    private static String hire(String shop, String username, List<String> roles) {
        return post(
                "/shops/" + shop + "/staff",
                Map.of("username", username, "displayName", username.toUpperCase(), "roles", roles));
    }

    private static String account(String shop, String name, String owner) {
        return post(
                "/shops/" + shop + "/accounts",
                Map.of("name", name, "kind", "WECOM", "ownerStaffId", owner, "persona", "懂礼物的店员"));
    }

    private static String post(String path, Object body) {
        return As.admin()
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}

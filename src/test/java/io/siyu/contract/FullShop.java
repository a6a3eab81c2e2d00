package io.siyu.contract;

import io.restassured.specification.RequestSpecification;
import io.siyu.support.As;
import io.siyu.support.Distributions;
import io.siyu.support.Hooks;
import io.siyu.support.Jobs;
import io.siyu.support.TestShop;
import io.siyu.support.Waiting;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A shop with one of everything in it, and nothing at work in it any more. */
record FullShop(String id, Map<String, String> idOfCollection) {
    private static final byte[] ORDERS = """
            order_no,buyer_id,ordered_at,paid_amount,refund_amount,status,phone
            F-1,foreign buyer,2026-01-05T10:00:00,10.00,0.00,COMPLETED,13800000001
            F-2,,2026-01-05T10:00:00,10.00,0.00,COMPLETED,13800000002
            F-3,foreign buyer,2026-01-05T10:00:00,10.00,0.00,COMPLETED,13800000002
            """.getBytes(StandardCharsets.UTF_8);
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    static FullShop create() {
        return of(TestShop.create());
    }

    static FullShop of(TestShop shop) {
        Map<String, String> ids = new HashMap<>();
        ids.put("shops", shop.id());
        ids.put("accounts", shop.account1());
        ids.put("groups", made("/accounts/" + shop.account1() + "/groups", Map.of("name", "老客群")));
        ids.put("staff", shop.staff2Id());
        ids.put(
                "order-imports",
                finished(As.admin().multiPart("file", "orders.csv", ORDERS), shop.id(), "order-imports"));
        ids.put("orders", first("/shops/" + shop.id() + "/orders"));
        ids.put("buyers", first("/shops/" + shop.id() + "/buyers"));
        // The third order proves the buyers of the other two to be one.
        ids.put("buyer-merges", first("/shops/" + shop.id() + "/buyer-merges"));
        ids.put("followers", first("/shops/" + shop.id() + "/follower-lists/LOST/followers"));
        ids.put("follower-distributions", Distributions.run(shop.id(), Map.of()).getString("id"));
        ids.put("tasks", first("/tasks?shop=" + shop.id()));
        addContent(shop.id(), ids);
        ids.put(
                "segments",
                made("/shops/" + shop.id() + "/segments", Map.of("name", "Foreign", "filter", "spend > 1")));
        ids.put("hook-deliveries", hooked(shop.id()));
        ids.put("forecast-fits", finished(As.admin(), shop.id(), "forecast-fits"));
        ids.put("figure-rebuilds", finished(As.admin(), shop.id(), "figure-rebuilds"));
        return new FullShop(shop.id(), ids);
    }

    private static void addContent(String shop, Map<String, String> ids) {
        ids.put(
                "scripts",
                made(
                        "/shops/" + shop + "/scripts",
                        Map.of("title", "早安", "copy", "早上好", "kind", "MOMENT", "line", "PERSONA")));
        String privateScript =
                made("/shops/" + shop + "/scripts", Map.of("title", "问候", "copy", "您好", "kind", "PRIVATE"));
        ids.put(
                "campaigns",
                made("/shops/" + shop + "/campaigns", Map.of("name", "Foreign", "startDay", "2027-03-01")));
        ids.put(
                "posts",
                made(
                        "/campaigns/" + ids.get("campaigns") + "/posts",
                        Map.of("day", 1, "kind", "MOMENT", "at", "09:00", "scriptId", ids.get("scripts"))));
        ids.put(
                "playbooks",
                made(
                        "/shops/" + shop + "/playbooks",
                        Map.of("key", "autumn", "name", "秋季打法", "campaignId", ids.get("campaigns"))));
        ids.put(
                "daily-plans",
                made(
                        "/shops/" + shop + "/daily-plans",
                        Map.of(
                                "name",
                                "每日三条",
                                "hours",
                                List.of(Map.of("at", "09:00")),
                                "scripts",
                                List.of(ids.get("scripts")),
                                "from",
                                "2027-06-01")));
        ids.put(
                "follower-sequences",
                made(
                        "/shops/" + shop + "/follower-sequences",
                        Map.of(
                                "name",
                                "新粉七天",
                                "basis",
                                "JOINED",
                                "steps",
                                List.of(Map.of("day", 1, "at", "10:00", "scriptId", privateScript)))));
        ids.put("feedback", made("/shops/" + shop + "/feedback", Map.of("kind", "IDEA", "text", "好主意")));
        ids.put(
                "materials",
                As.marketer()
                        .multiPart("file", "poster.png", PNG, "image/png")
                        .post("/shops/{shop}/materials", shop)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id"));
    }

    /** Work in the background that has come to its end. */
    private static String finished(RequestSpecification asking, String shop, String collection) {
        return Jobs.run(asking, shop, collection).getString("id");
    }

    private static String hooked(String shop) {
        Hooks hooks = Hooks.shopify(shop, Hooks.SECRET);
        hooks.send("orders/create", "{}".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(200);
        String deliveries = "/shops/" + shop + "/hook-deliveries";
        Waiting.until("the hook was worked", PATIENCE, () -> !"RECEIVED"
                .equals(As.admin().get(deliveries).path("items[0].status")));
        return first(deliveries);
    }

    private static String made(String path, Map<String, Object> body) {
        return As.make(As.marketer(), path, body);
    }

    private static String first(String path) {
        return As.admin().get(path).then().statusCode(200).extract().path("items[0].id");
    }

    /** What stands for the path's parameters: the thing that its collection names; and for the shop where that is asked. */
    Map<String, String> idsFor(Contract.Operation operation) {
        Map<String, String> values = idsFor(operation.path());
        operation.queryParameters().stream()
                .filter(idOfCollection::containsKey)
                .forEach(parameter -> values.put(parameter, idOfCollection.get(parameter)));
        return values;
    }

    Map<String, String> idsFor(String path) {
        String[] steps = path.substring("/api/v1/".length()).split("/");
        Map<String, String> values = new HashMap<>();
        values.put("shop", id);
        for (int i = 1; i < steps.length; i++) {
            String collection = steps[i - 1];
            if (!steps[i].startsWith("{")) {
                continue;
            }
            String name = steps[i].substring(1, steps[i].length() - 1);
            if (idOfCollection.containsKey(collection)) {
                values.put(name, idOfCollection.get(collection));
            } else if (i == 1) {
                throw new AssertionError("A full shop needs one of " + collection + " for " + path);
            }
        }
        return values;
    }
}

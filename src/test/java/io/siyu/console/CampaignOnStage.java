package io.siyu.console;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.siyu.support.As;
import io.siyu.support.TestShop;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.hamcrest.Matchers.equalTo;

/** Brings a campaign of a fresh shop with some followers to READY, over REST as its people would. */
final class CampaignOnStage {
    /** Far from what other tests do with the clock. */
    static final LocalDate DAY_ONE = LocalDate.of(2031, 12, 10);

    private static final int BUYERS = 12;
    private static final ZoneOffset SHANGHAI = ZoneOffset.ofHours(8);
    private static final List<String> TIERS = List.of("VIP", "LOYAL", "ACTIVE", "NEW", "AT_RISK");
    private static final List<String> ITEMS = List.of("COPY", "POSTER", "VIDEO", "SCRIPTS", "TOOLS", "STOCK", "GIFTS");

    private CampaignOnStage() {}

    static void setClock(LocalDate day, int hour, int minute) {
        OffsetDateTime now = day.atTime(hour, minute).atOffset(SHANGHAI);
        json(As.admin())
                .body(Map.of("now", now.toString()))
                .put("/dev/clock")
                .then()
                .statusCode(200);
    }

    static void freeClock() {
        As.admin().delete("/dev/clock").then().statusCode(200);
    }

    /** @return the campaign's id; its first day is {@link #DAY_ONE}, the clock stands ten days before */
    static String ready(TestShop shop) {
        LocalDate today = DAY_ONE.minusDays(10);
        setClock(today, 9, 0);
        importOrders(shop, today);
        befriend(shop);
        String campaign = draft(shop);
        move(campaign, "REVIEW");
        for (RequestSpecification reviewer : List.of(As.marketer(), As.staff1())) {
            json(reviewer)
                    .body(Map.of("decision", "APPROVE"))
                    .post("/campaigns/{id}/reviews", campaign)
                    .then()
                    .statusCode(201);
        }
        move(campaign, "PREPARING");
        ITEMS.forEach(item -> json(As.marketer())
                .body(Map.of("item", item, "state", "DONE"))
                .post("/campaigns/{id}/preparations", campaign)
                .then()
                .statusCode(200));
        IntStream.of(1, 2).forEach(round -> brief(campaign, round));
        move(campaign, "READY");
        return campaign;
    }

    static String draft(TestShop shop) {
        Map<String, Object> terms = Map.of(
                "name", "双12 暖冬家宴",
                "startDay", DAY_ONE.toString(),
                "mechanic", "DISCOUNT",
                "offer", "银耳礼盒立减 20 元",
                "audience", Map.of("tiers", TIERS));
        String campaign = json(As.marketer())
                .body(terms)
                .post("/shops/{shop}/campaigns", shop.id())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        json(As.marketer())
                .body(Map.of("playbook", "default"))
                .put("/campaigns/{id}/sequence", campaign)
                .then()
                .statusCode(200);
        return campaign;
    }

    static ValidatableResponse move(String campaign, String to) {
        return json(As.marketer())
                .body(Map.of("to", to))
                .post("/campaigns/{id}/transitions", campaign)
                .then()
                .statusCode(200);
    }

    private static void brief(String campaign, int round) {
        json(As.marketer())
                .body(Map.of("agenda", "口径"))
                .post("/campaigns/{id}/briefings", campaign)
                .then()
                .statusCode(201);
        for (RequestSpecification participant : List.of(As.staff1(), As.staff2())) {
            json(participant)
                    .post("/campaigns/{id}/briefings/{round}/acknowledgements", campaign, round)
                    .then()
                    .statusCode(201);
        }
    }

    /** Each has bought on one of the last days: the buyers are NEW. */
    private static void importOrders(TestShop shop, LocalDate today) {
        String rows = IntStream.range(0, BUYERS)
                .mapToObj(i -> "N%d,粉丝%02d,%sT10:00:00,88.00,0.00,PAID".formatted(i, i, today.minusDays(1 + i % 5)))
                .collect(Collectors.joining(
                        "\n", "order_no,buyer_id,ordered_at,paid_amount,refund_amount,status\n", "\n"));
        String job = As.marketer()
                .multiPart("file", "orders.csv", rows.getBytes(StandardCharsets.UTF_8), "text/csv")
                .post("/shops/{shop}/order-imports", shop.id())
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        // The stream of its progress ends when the import is over.
        As.marketer().get("/order-imports/{id}/events", job).then().statusCode(200);
        As.marketer().get("/order-imports/{id}", job).then().body("status", equalTo("DONE"));
    }

    /** All become followers of staff1's account. */
    private static void befriend(TestShop shop) {
        List<String> followers = As.marketer()
                .get("/shops/{shop}/follower-lists/NEW/followers", shop.id())
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
        for (String follower : followers) {
            change(follower, Map.of("status", "INVITED", "accountId", shop.account1()));
            change(follower, Map.of("status", "ADDED"));
        }
    }

    private static void change(String follower, Map<String, Object> change) {
        String etag = As.marketer().get("/followers/{id}", follower).header("ETag");
        json(As.marketer())
                .header("If-Match", etag)
                .body(change)
                .patch("/followers/{id}", follower)
                .then()
                .statusCode(200);
    }

    private static RequestSpecification json(RequestSpecification as) {
        return as.contentType(ContentType.JSON);
    }
}

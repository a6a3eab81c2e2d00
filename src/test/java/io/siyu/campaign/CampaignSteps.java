package io.siyu.campaign;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.siyu.campaign.preparation.PreparationItem;
import io.siyu.support.As;
import io.siyu.support.TestShop;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** What tests do to a campaign, over REST. */
public final class CampaignSteps {
    private static final int DAYS_AHEAD = 30;

    private CampaignSteps() {}

    public static RequestSpecification json(RequestSpecification as) {
        return as.contentType(ContentType.JSON);
    }

    /** A start so far ahead that everything can be prepared in time. */
    public static LocalDate startDay() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(DAYS_AHEAD);
    }

    public static String draft(TestShop shop, Map<String, Object> terms) {
        Map<String, Object> body = new java.util.HashMap<>(terms);
        body.putIfAbsent("name", "双11老客专场");
        body.putIfAbsent("startDay", startDay().toString());
        return json(As.marketer())
                .body(body)
                .post("/shops/{shop}/campaigns", shop.id())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A draft that may go to review. */
    public static String filledDraft(TestShop shop) {
        String campaign = draft(
                shop,
                Map.of(
                        "mechanic",
                        "DISCOUNT",
                        "offer",
                        "老客八折",
                        "audience",
                        Map.of("tiers", List.of("VIP", "LOYAL", "ACTIVE", "NEW", "AT_RISK"))));
        json(As.marketer())
                .body(Map.of("playbook", "default"))
                .put("/campaigns/{id}/sequence", campaign)
                .then()
                .statusCode(200);
        return campaign;
    }

    public static ValidatableResponse move(RequestSpecification as, String campaign, String to) {
        return move(as, campaign, Map.of("to", to));
    }

    public static ValidatableResponse move(RequestSpecification as, String campaign, Map<String, Object> body) {
        return json(as).body(body).post("/campaigns/{id}/transitions", campaign).then();
    }

    public static void approve(RequestSpecification as, String campaign) {
        json(as).body(Map.of("decision", "APPROVE"))
                .post("/campaigns/{id}/reviews", campaign)
                .then()
                .statusCode(201);
    }

    public static void prepareAll(String campaign) {
        for (PreparationItem item : PreparationItem.values()) {
            json(As.marketer())
                    .body(Map.of("item", item, "state", item == PreparationItem.GIFTS ? "NOT_NEEDED" : "DONE"))
                    .post("/campaigns/{id}/preparations", campaign)
                    .then()
                    .statusCode(200);
        }
    }

    static void briefTwice(String campaign) {
        for (int round = 1; round <= 2; round++) {
            json(As.marketer())
                    .body(Map.of("agenda", "第" + round + "轮"))
                    .post("/campaigns/{id}/briefings", campaign)
                    .then()
                    .statusCode(201);
            acknowledge(As.staff1(), campaign, round);
            acknowledge(As.staff2(), campaign, round);
        }
    }

    public static void acknowledge(RequestSpecification as, String campaign, int round) {
        json(as).post("/campaigns/{id}/briefings/{round}/acknowledgements", campaign, round)
                .then()
                .statusCode(201);
    }

    /** A campaign that is READY. */
    public static String ready(TestShop shop) {
        String campaign = filledDraft(shop);
        move(As.marketer(), campaign, "REVIEW").statusCode(200);
        approve(As.marketer(), campaign);
        approve(As.staff1(), campaign);
        move(As.marketer(), campaign, "PREPARING").statusCode(200);
        prepareAll(campaign);
        briefTwice(campaign);
        move(As.marketer(), campaign, "READY").statusCode(200);
        return campaign;
    }
}

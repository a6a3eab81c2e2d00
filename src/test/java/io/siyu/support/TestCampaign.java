package io.siyu.support;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.siyu.campaign.preparation.PreparationItem;

import jakarta.enterprise.inject.spi.CDI;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static io.siyu.support.As.json;

/** A campaign of a shop that a test brings as far as it needs it, over REST as its people would. */
public final class TestCampaign {
    private static final int DAYS_AHEAD = 30;

    private final TestShop shop;
    private final Map<String, Object> terms = new HashMap<>();

    public TestCampaign(TestShop shop) {
        this.shop = shop;
        with("name", "双11老客专场").startingOn(startDay());
    }

    /** A start so far ahead that everything can be prepared in time. */
    public static LocalDate startDay() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(DAYS_AHEAD);
    }

    /** @param term such as offer */
    public TestCampaign with(String term, Object value) {
        terms.put(term, value);
        return this;
    }

    public TestCampaign startingOn(LocalDate day) {
        return with("startDay", day.toString());
    }

    /** Just begun. @return its id, as of all that follow */
    public String draft() {
        return As.make(As.marketer(), "/shops/{shop}/campaigns", terms, shop.id());
    }

    /** A draft that may go to review. */
    public String filled() {
        terms.putIfAbsent("mechanic", "DISCOUNT");
        terms.putIfAbsent("offer", "老客八折");
        terms.putIfAbsent("audience", Map.of("tiers", List.of("VIP", "LOYAL", "ACTIVE", "NEW", "AT_RISK")));
        CDI.current().select(Buyers.class).get().befriendOne(shop);
        String campaign = draft();
        json(As.marketer())
                .body(Map.of("playbook", "default"))
                .put("/campaigns/{id}/sequence", campaign)
                .then()
                .statusCode(200);
        return campaign;
    }

    /** Approved, and to be prepared. */
    public String preparing() {
        String campaign = filled();
        move(As.marketer(), campaign, "REVIEW").statusCode(200);
        approve(As.marketer(), campaign);
        approve(As.staff1(), campaign);
        move(As.marketer(), campaign, "PREPARING").statusCode(200);
        return campaign;
    }

    /** Approved, prepared and briefed. */
    public String ready() {
        String campaign = preparing();
        prepareAll(campaign);
        brief(campaign);
        brief(campaign);
        move(As.marketer(), campaign, "READY").statusCode(200);
        return campaign;
    }

    /** When it begins; the tests of what it makes people do set the clock by it. */
    public static Instant startOf(String campaign) {
        return Instant.parse(As.marketer().get("/campaigns/{id}", campaign).path("startsAt"));
    }

    public static Instant endOf(String campaign) {
        return Instant.parse(As.marketer().get("/campaigns/{id}", campaign).path("endsAt"));
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
            Map<String, Object> said = item == PreparationItem.GIFTS
                    ? Map.of("item", item, "state", "NOT_NEEDED", "reason", "这次不送赠品")
                    : Map.of("item", item, "state", "DONE");
            json(As.marketer())
                    .body(said)
                    .post("/campaigns/{id}/preparations", campaign)
                    .then()
                    .statusCode(200);
        }
    }

    /** Holds one more round, and both of those who post have understood it. */
    public static void brief(String campaign) {
        int round = json(As.marketer())
                .body(Map.of("agenda", agenda("按计划发")))
                .post("/campaigns/{id}/briefings", campaign)
                .then()
                .statusCode(201)
                .extract()
                .path("round");
        acknowledge(As.staff1(), campaign, round);
        acknowledge(As.staff2(), campaign, round);
    }

    /** All eight headings. @param posts what is said under the first */
    public static Map<String, String> agenda(String posts) {
        return Map.of(
                "posts", posts,
                "bringIn", "每个号十人",
                "activateWhen", "晚上八点",
                "activateHowMany", "五十人",
                "firstWords", "最近用得还顺手吗",
                "visibility", "老客可见",
                "teamwork", "小雅写，阿宁发",
                "figures", "每天下班前报数");
    }

    public static void acknowledge(RequestSpecification as, String campaign, int round) {
        json(as).post("/campaigns/{id}/briefings/{round}/acknowledgements", campaign, round)
                .then()
                .statusCode(201);
    }
}

package io.siyu.segment;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.Buyers;
import io.siyu.support.Database;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

import static io.siyu.support.As.json;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@QuarkusTestResource(Database.class)
class SegmentResourceTest {
    @Inject
    Buyers buyers;

    @Inject
    Sql sql;

    private TestShop shop;
    private long rich;
    private long poor;

    @BeforeEach
    void createShop() {
        shop = TestShop.create();
        LocalDate today = buyers.today();
        rich = buyers.add(shop, "rich", BigDecimal.valueOf(500), today);
        poor = buyers.add(shop, "poor", BigDecimal.ONE, today.minusDays(200));
        buyers.changed(shop);
        buyers.follow(shop.account1(), rich);
        sql.update("INSERT INTO follower_tag (shop_id, follower_id, tag) VALUES (?, ?, '茶客')", shop.id(), rich);
    }

    @Test
    void aPreviewTellsWhomAFilterFinds() {
        preview("spend >= 1")
                .statusCode(200)
                .body("filter", equalTo("spend >= 1"))
                .body("buyers", equalTo(2))
                .body("reachable", equalTo(1))
                .body("tiers", aMapWithSize(7))
                .body("tiers.NEW", equalTo(1))
                .body("tiers.LOST", equalTo(1))
                .body("sample.platformId", contains("rich", "poor"))
                .body("sample[0].rfm.m", equalTo(3));
        preview("tag = \"茶客\" and account = \"小雅\"").body("buyers", equalTo(1));
        preview("spend > lots")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo("filter"))
                .body("violations[0].code", equalTo("Syntax"))
                .body("violations[0].message", startsWith("At character 9: expected a number"));
    }

    @Test
    void aSavedSegmentNarrowsListsDown() {
        String id = save("贵客", "SPEND > 100")
                .statusCode(201)
                .body("filter", equalTo("spend > 100"))
                .extract()
                .path("id");
        buyerIds("segment=" + id).body("items.id", contains(String.valueOf(rich)));
        buyerIds("filter=tier in (LOST)").body("items.id", contains(String.valueOf(poor)));
        buyerIds("segment=" + id + "&filter=tier in (LOST)").body("items", empty());
        followers("NEW", id).body("items.buyerId", contains(String.valueOf(rich)));
        followers("LOST", id).body("items", empty());
        buyerIds("filter=due within 40&limit=1").body("items", hasSize(1)).body("next", nullValue());
        As.marketer().get("/shops/{shop}/buyers?segment=1", shop.id()).then().statusCode(400);
        As.marketer().get("/shops/{shop}/buyers?filter=what", shop.id()).then().statusCode(400);
    }

    @Test
    void segmentsAreChangedByWhoHasSeenThemAndNamesAreUnique() {
        String id = save("one", "spend > 1").extract().path("id");
        save("two", "spend > 1").statusCode(201);
        save("two", "spend > 2").statusCode(409).body("violations[0].field", equalTo("name"));
        save("bad", "spend >").statusCode(400);
        As.marketer().get("/segments/{id}", id).then().header("ETag", equalTo("\"0\""));
        change(id, "\"0\"", Map.of("name", "two")).statusCode(409);
        change(id, "\"0\"", Map.of("filter", "spend > 7", "name", "uno"))
                .statusCode(200)
                .body("name", equalTo("uno"))
                .body("filter", equalTo("spend > 7"));
        change(id, "\"0\"", Map.of("name", "late")).statusCode(412);
        As.marketer().delete("/segments/{id}", id).then().statusCode(428);
        As.marketer()
                .header("If-Match", "\"1\"")
                .delete("/segments/{id}", id)
                .then()
                .statusCode(204);
        As.marketer()
                .get("/shops/{shop}/segments", shop.id())
                .then()
                .body("items.name", contains("two"))
                .body("next", nullValue());
        As.staff1().get("/shops/{shop}/segments", shop.id()).then().statusCode(403);
    }

    @Test
    void aSegmentStaysAsLongAsACampaignToComeIsForIt() {
        String id = save("贵客", "spend > 100").extract().path("id");
        campaign(Map.of("segment", "1")).statusCode(400).body("violations[0].field", equalTo("audience.segment"));
        String campaign = campaign(Map.of("segment", id))
                .statusCode(201)
                .body("audience.segment", equalTo(id))
                .extract()
                .path("id");
        remove(id).statusCode(409).body("violations[0].code", equalTo("SegmentInUse"));
        json(As.marketer())
                .body(Map.of("to", "CANCELLED", "reason", "不做了"))
                .post("/campaigns/{campaign}/transitions", campaign)
                .then()
                .statusCode(200);
        remove(id).statusCode(204);
    }

    @Test
    void aSegmentStaysAsLongAsADailyPostToComeIsForIt() {
        String id = save("贵客", "spend > 100").extract().path("id");
        String post = post(
                        "/posts",
                        Map.of(
                                "date",
                                "2027-06-01",
                                "at",
                                "10:30",
                                "kind",
                                "PRIVATE",
                                "line",
                                "EMOTION",
                                "audience",
                                Map.of("segment", id)))
                .statusCode(201)
                .extract()
                .path("id");
        remove(id)
                .statusCode(409)
                .body("violations[0].code", equalTo("SegmentInDailyPost"))
                .body("violations[0].message", equalTo("The daily post of 2027-06-01 at 10:30 is for its buyers."));
        As.marketer()
                .header("If-Match", "\"0\"")
                .delete("/posts/{post}", post)
                .then()
                .statusCode(204);
        remove(id).statusCode(204);
    }

    @Test
    void aSegmentMayGoOnceItsDailyPostHasGoneOut() {
        String id = save("贵客", "spend > 100").extract().path("id");
        post("/posts", Map.of("date", "2027-06-01", "at", "10:30", "kind", "MOMENT", "audience", Map.of("segment", id)))
                .statusCode(201);
        sql.update("UPDATE campaign_post SET post_day = '2020-06-01' WHERE shop_id = ?", shop.id());
        remove(id).statusCode(204);
    }

    @Test
    void tagsAreCounted() {
        sql.update("INSERT INTO follower_tag (shop_id, follower_id, tag) VALUES (?, ?, '茶客')", shop.id(), poor);
        sql.update("INSERT INTO follower_tag (shop_id, follower_id, tag) VALUES (?, ?, 'a')", shop.id(), poor);
        String next = As.staff1()
                .get("/shops/{shop}/tags?limit=1", shop.id())
                .then()
                .statusCode(200)
                .body("items.tag", contains("a"))
                .body("items.followers", contains(1))
                .extract()
                .path("next");
        As.marketer()
                .get("/shops/{shop}/tags?after={next}", shop.id(), next)
                .then()
                .body("items.tag", contains("茶客"))
                .body("items.followers", contains(2));
        As.marketer().get("/buyers/{id}", rich).then().body("tags", contains("茶客"));
    }

    private ValidatableResponse buyerIds(String query) {
        return As.marketer()
                .get("/shops/" + shop.id() + "/buyers?" + query)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse followers(String tier, String segment) {
        return As.marketer()
                .get("/shops/" + shop.id() + "/follower-lists/" + tier + "/followers?segment=" + segment)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse preview(String filter) {
        return post("/segments/preview", Map.of("filter", filter));
    }

    private ValidatableResponse save(String name, String filter) {
        return post("/segments", Map.of("name", name, "filter", filter));
    }

    private ValidatableResponse campaign(Map<String, Object> audience) {
        return post("/campaigns", Map.of("name", "端午", "startDay", "2027-06-01", "audience", audience));
    }

    private ValidatableResponse post(String path, Object body) {
        return json(As.marketer()).body(body).post("/shops/" + shop.id() + path).then();
    }

    private static ValidatableResponse change(String id, String ifMatch, Object body) {
        return json(As.marketer())
                .header("If-Match", ifMatch)
                .body(body)
                .patch("/segments/{id}", id)
                .then();
    }

    private static ValidatableResponse remove(String id) {
        return As.marketer()
                .header("If-Match", "\"0\"")
                .delete("/segments/{id}", id)
                .then();
    }
}

package io.siyu.campaign;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.TestCampaign;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static io.siyu.support.As.json;
import static io.siyu.support.TestCampaign.startDay;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(Database.class)
class CampaignResourceTest {

    @Test
    void aStaleVersionIsRefusedAndAMissingOneAskedFor() {
        String campaign = new TestCampaign(TestShop.create()).draft();
        String etag = As.marketer().get("/campaigns/{id}", campaign).header("ETag");

        json(As.marketer())
                .body(Map.of("name", "一"))
                .patch("/campaigns/{id}", campaign)
                .then()
                .statusCode(428);
        json(As.marketer())
                .header("If-Match", etag)
                .body(Map.of("name", "一"))
                .patch("/campaigns/{id}", campaign)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue());
        json(As.marketer())
                .header("If-Match", etag)
                .body(Map.of("name", "二"))
                .patch("/campaigns/{id}", campaign)
                .then()
                .statusCode(412)
                .body("code", equalTo("STALE_VERSION"));
    }

    @Test
    void anEditThatChangesNothingMakesNoRevision() {
        String campaign =
                new TestCampaign(TestShop.create()).with("offer", "八折").draft();

        json(As.marketer())
                .header("If-Match", "*")
                .body(Map.of("offer", "八折"))
                .patch("/campaigns/{id}", campaign)
                .then()
                .statusCode(200)
                .body("revision", equalTo(1));
    }

    @Test
    void badInputIsNamed() {
        TestShop shop = TestShop.create();
        TestShop other = TestShop.create();

        refused(shop, Map.of("startDay", startDay().toString()), "name");
        refused(shop, Map.of("name", "a"), "startDay");
        refused(shop, Map.of("name", "a", "startDay", "2020-01-01"), "startDay");
        refused(shop, Map.of("name", "a", "startDay", startDay().toString(), "holdoutPercent", 21), "holdoutPercent");
        refused(shop, Map.of("name", "a", "startDay", startDay().toString(), "colour", "red"), "colour");
        refused(shop, Map.of("name", "a", "startDay", startDay().toString(), "mechanic", "LOTTERY"), "mechanic");
        refused(
                shop,
                Map.of(
                        "name",
                        "a",
                        "startDay",
                        startDay().toString(),
                        "audience",
                        Map.of("accounts", List.of(other.account1()))),
                "audience.accounts");
        As.marketer()
                .get("/shops/{shop}/campaigns?status=SOON", shop.id())
                .then()
                .statusCode(400);
        As.marketer()
                .get("/shops/{shop}/campaigns?from=2026-02-01&to=2026-01-01", shop.id())
                .then()
                .statusCode(400);
    }

    @Test
    void rolesAndShopsAreKeptApart() {
        TestShop shop = TestShop.create();
        String campaign = new TestCampaign(shop).draft();

        As.nobody().get("/campaigns/{id}", campaign).then().statusCode(401);
        As.integration().get("/campaigns/{id}", campaign).then().statusCode(403);
        As.staff1().get("/campaigns/{id}", campaign).then().statusCode(200);
        json(As.staff1())
                .body(Map.of("to", "REVIEW"))
                .post("/campaigns/{id}/transitions", campaign)
                .then()
                .statusCode(403);
        As.marketer().get("/campaigns/4711").then().statusCode(404);
        json(As.marketer())
                .body(Map.of("name", "a"))
                .patch("/campaigns/4711")
                .then()
                .statusCode(404);
    }

    @Test
    void campaignsAreListedByDayAndFiltered() {
        TestShop shop = TestShop.create();
        LocalDate day = startDay();
        String later = new TestCampaign(shop).startingOn(day.plusDays(20)).draft();
        String sooner = new TestCampaign(shop).startingOn(day).draft();

        String next = As.marketer()
                .get("/shops/{shop}/campaigns?limit=1", shop.id())
                .then()
                .body("items.id", contains(sooner))
                .extract()
                .path("next");
        As.marketer()
                .get("/shops/{shop}/campaigns?limit=1&after={next}", shop.id(), next)
                .then()
                .body("items.id", contains(later))
                .body("next", nullValue());
        As.marketer()
                .get(
                        "/shops/{shop}/campaigns?status=DRAFT&from={from}",
                        shop.id(),
                        day.plusDays(1).toString())
                .then()
                .body("items.id", contains(later));
        As.marketer()
                .get("/shops/{shop}/campaigns?status=READY", shop.id())
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void fillingTheSequenceAgainRepeatsNothing() {
        TestShop shop = TestShop.create();
        String campaign = new TestCampaign(shop).filled();
        int revision = As.marketer().get("/campaigns/{id}", campaign).path("revision");

        json(As.marketer())
                .body(Map.of("playbook", "default"))
                .put("/campaigns/{id}/sequence", campaign)
                .then()
                .statusCode(200)
                .body("items", hasSize(17));
        new TestCampaign(shop).filled();

        As.marketer().get("/campaigns/{id}", campaign).then().body("revision", equalTo(revision));
        As.marketer().get("/shops/{shop}/scripts?limit=200", shop.id()).then().body("items", hasSize(17));
        json(As.marketer())
                .body(Map.of("playbook", "other"))
                .put("/campaigns/{id}/sequence", campaign)
                .then()
                .statusCode(400);
    }

    @Test
    void postsMoveWithTheirCampaign() {
        TestShop shop = TestShop.create();
        String campaign = new TestCampaign(shop).filled();
        LocalDate moved = startDay().plusDays(7);

        As.change(As.marketer(), "/campaigns/{id}", Map.of("startDay", moved.toString()), campaign);

        As.marketer()
                .get("/campaigns/{id}/posts", campaign)
                .then()
                .body("items[0].date", equalTo(moved.toString()))
                .body("items[0].at", equalTo("08:30"))
                .body("items[16].date", equalTo(moved.plusDays(2).toString()));
    }

    @Test
    void postsAreAddedChangedAndRemoved() {
        TestShop shop = TestShop.create();
        String campaign = new TestCampaign(shop).draft();

        String post = json(As.marketer())
                .body(Map.of("day", 2, "kind", "MOMENT", "at", "09:00", "visibleTo", "老客"))
                .post("/campaigns/{id}/posts", campaign)
                .then()
                .statusCode(201)
                .body("date", equalTo(startDay().plusDays(1).toString()))
                .body("visibleTo", equalTo("老客"))
                .extract()
                .path("id");
        json(As.marketer())
                .body(Map.of("at", "10:00"))
                .patch("/posts/{id}", post)
                .then()
                .statusCode(428);
        json(As.marketer())
                .header("If-Match", As.marketer().get("/posts/{id}", post).header("ETag"))
                .body(Map.of("at", "10:00", "day", 3))
                .patch("/posts/{id}", post)
                .then()
                .statusCode(200)
                .body("at", equalTo("10:00"))
                .body("day", equalTo(3));
        badPost(campaign, Map.of("day", 4, "kind", "MOMENT", "at", "09:00"), "day");
        badPost(campaign, Map.of("day", 1, "kind", "MOMENT", "at", "25:00"), "at");
        badPost(campaign, Map.of("day", 1, "kind", "MOMENT", "at", "09:00", "scriptId", "4711"), "scriptId");
        As.marketer().delete("/posts/{id}", post).then().statusCode(204);
        As.marketer().get("/posts/{id}", post).then().statusCode(404);
        As.marketer().get("/campaigns/{id}/posts", campaign).then().body("items", hasSize(0));
    }

    @Test
    void dailyPostsKeepTheRulesAtOnce() {
        TestShop shop = TestShop.create();
        Map<String, Object> post = new HashMap<>(
                Map.of("date", startDay().toString(), "kind", "MOMENT", "at", "09:00", "line", "PERSONA"));

        json(As.marketer())
                .body(post)
                .post("/shops/{shop}/posts", shop.id())
                .then()
                .statusCode(201);
        post.put("at", "10:00");
        json(As.marketer())
                .body(post)
                .post("/shops/{shop}/posts", shop.id())
                .then()
                .statusCode(409)
                .body("violations.message[0]", org.hamcrest.Matchers.containsString("MOMENT_SPACING"));
        As.staff1().get("/shops/{shop}/posts", shop.id()).then().body("items", hasSize(1));
    }

    @Test
    void limitsHoldFromADayOn() {
        TestShop shop = TestShop.create();
        String campaign = new TestCampaign(shop).filled();
        json(As.admin())
                .body(Map.of("fromDay", startDay().toString(), "momentsPerDay", 2))
                .post("/shops/{shop}/contact-limits", shop.id())
                .then()
                .statusCode(201);

        json(As.marketer())
                .post("/campaigns/{id}/checks", campaign)
                .then()
                .statusCode(200)
                .body("violations.rule", hasItem("MOMENTS_PER_DAY"));
        As.staff1()
                .get("/shops/{shop}/contact-limits", shop.id())
                .then()
                .body("items.momentsPerDay", contains(3, 2))
                .body("items.privatePer7Days", contains(3, 3))
                .body("items.privatePer30Days", contains(10, 10))
                .body("items.marketingPerScene", contains(3, 3));
    }

    /** R11: limits hold from a date, and each is read for the day on which the thing happens (issue 16, case 16). */
    @Test
    void limitsAreReadForEachDayOfACampaign() {
        TestShop shop = TestShop.create();
        String campaign = new TestCampaign(shop).filled();
        json(As.admin())
                .body(Map.of("fromDay", startDay().plusDays(1).toString(), "momentsPerDay", 2))
                .post("/shops/{shop}/contact-limits", shop.id())
                .then()
                .statusCode(201);
        List<String> later = As.marketer()
                .get("/campaigns/{id}/posts", campaign)
                .path(
                        "items.findAll { it.kind == 'MOMENT' && it.day > 1 && it.momentNo == 3 }.collect { 'posts/' + it.id }");

        json(As.marketer())
                .post("/campaigns/{id}/checks", campaign)
                .then()
                .body("violations.findAll { it.rule == 'MOMENTS_PER_DAY' }.field", equalTo(later));
    }

    private static void refused(TestShop shop, Map<String, Object> body, String field) {
        json(As.marketer())
                .body(body)
                .post("/shops/{shop}/campaigns", shop.id())
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(field));
    }

    private static void badPost(String campaign, Map<String, Object> body, String field) {
        json(As.marketer())
                .body(body)
                .post("/campaigns/{id}/posts", campaign)
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(field));
    }
}

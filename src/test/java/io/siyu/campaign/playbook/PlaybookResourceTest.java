package io.siyu.campaign.playbook;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.TestCampaign;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static io.siyu.support.As.json;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@QuarkusTestResource(Database.class)
class PlaybookResourceTest {
    private TestShop shop;
    private String script;

    @BeforeEach
    void open() {
        shop = TestShop.create();
        script = As.make(
                As.marketer(),
                "/shops/{shop}/scripts",
                Map.of("title", "早安", "copy", "早上好", "kind", "MOMENT", "line", "PERSONA"),
                shop.id());
    }

    private Map<String, Object> post(String key, int day, String at) {
        return Map.of("key", key, "day", day, "at", at, "kind", "MOMENT", "visibleTo", "老客", "scriptId", script);
    }

    private String playbook(String key) {
        return As.make(
                As.marketer(),
                "/shops/{shop}/playbooks",
                Map.of(
                        "key",
                        key,
                        "name",
                        "两天打法",
                        "days",
                        2,
                        "posts",
                        List.of(post("one", 1, "09:00"), post("two", 2, "10:00"))),
                shop.id());
    }

    private void replace(String playbook, Object... posts) {
        json(As.marketer())
                .header("If-Match", "*")
                .body(Map.of("name", "两天打法", "days", 2, "posts", List.of(posts)))
                .put("/playbooks/{id}", playbook)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse fill(String campaign, String playbook) {
        return json(As.marketer())
                .body(Map.of("playbook", playbook))
                .put("/campaigns/{id}/sequence", campaign)
                .then();
    }

    @Test
    void r10EachVersionOfAPlaybookIsKeptAndACampaignSaysWhichOneFilledIt() {
        String playbook = playbook("two-days");
        String campaign = new TestCampaign(shop).draft();
        fill(campaign, "two-days").statusCode(200).body("items.at", contains("09:00", "10:00"));
        As.marketer()
                .get("/campaigns/{id}", campaign)
                .then()
                .body("playbook", equalTo("two-days"))
                .body("playbookVersion", equalTo(1));
        replace(playbook, post("one", 1, "11:00"), post("two", 2, "12:00"));
        As.staff1()
                .get("/playbooks/{id}/versions", playbook)
                .then()
                .statusCode(200)
                .body("items.contentVersion", contains(2, 1))
                .body("items[1].posts.at", contains("09:00", "10:00"));
        As.marketer().get("/campaigns/{id}/posts", campaign).then().body("items.at", contains("09:00", "10:00"));
    }

    @Test
    void r10FillingAgainTakesTheNewVersionOverWhereNobodyHasEdited() {
        String playbook = playbook("two-days");
        String campaign = new TestCampaign(shop).draft();
        fill(campaign, playbook).statusCode(200);
        String first = As.marketer().get("/campaigns/{id}/posts", campaign).path("items[0].id");
        As.change(As.marketer(), "/posts/{id}", Map.of("at", "09:30"), first);
        replace(playbook, post("one", 1, "11:00"), post("two", 2, "12:00"), post("three", 2, "18:00"));
        fill(campaign, playbook).statusCode(200).body("items.at", contains("09:30", "12:00", "18:00"));
        As.marketer().get("/campaigns/{id}", campaign).then().body("playbookVersion", equalTo(2));
    }

    @Test
    void aPlaybookIsMadeOfACampaignAndFillsAnother() {
        String campaign = new TestCampaign(shop).filled();
        int posts = As.marketer()
                .get("/campaigns/{id}/posts", campaign)
                .jsonPath()
                .getList("items")
                .size();
        As.make(
                As.marketer(),
                "/shops/{shop}/playbooks",
                Map.of("key", "proven", "name", "老打法", "campaignId", campaign),
                shop.id());
        String other = new TestCampaign(shop)
                .startingOn(TestCampaign.startDay().plusDays(9))
                .draft();
        fill(other, "proven").statusCode(200).body("items", hasSize(posts));
    }

    @Test
    void theBuiltInPlaybookStaysAndItsNameIsTaken() {
        json(As.marketer())
                .body(Map.of("key", "default", "name", "默认", "days", 1, "posts", List.of(post("a", 1, "09:00"))))
                .post("/shops/{shop}/playbooks", shop.id())
                .then()
                .statusCode(409)
                .body("violations[0].code", equalTo("KeyTaken"));
        String campaign = new TestCampaign(shop).draft();
        fill(campaign, "default").statusCode(200);
        fill(campaign, "nowhere").statusCode(400).body("violations[0].code", equalTo("UnknownPlaybook"));
        fill(campaign, "9".repeat(25)).statusCode(400);
    }

    @Test
    void postsThatAreNoneAreNamed() {
        refused(Map.of("key", "a", "day", 3, "at", "09:00", "kind", "MOMENT"), "posts[0].day");
        refused(Map.of("key", "a b", "day", 1, "at", "09:00", "kind", "MOMENT"), "posts[0].key");
        refused(Map.of("key", "a", "day", 1, "at", "09:00", "kind", "MOMENT", "scriptId", "7"), "scriptId");
        refused(Map.of("key", "a", "day", 1, "at", "09:00", "kind", "PRIVATE", "mentions", List.of("店长")), "mentions");
    }

    private void refused(Map<String, Object> post, String field) {
        json(As.marketer())
                .body(Map.of("key", "odd", "name", "打法", "days", 2, "posts", List.of(post)))
                .post("/shops/{shop}/playbooks", shop.id())
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo(field));
    }

    @Test
    void playbooksAreOfTheirShopAndMadeByMarketers() {
        String playbook = playbook("two-days");
        String campaign = new TestCampaign(TestShop.create()).draft();
        fill(campaign, playbook).statusCode(400);
        status(As.staff1(), 403);
        status(As.nobody(), 401);
        As.staff2().get("/playbooks/{id}", playbook).then().statusCode(200);
        As.change(As.admin(), "/staff/{id}", Map.of("active", false), shop.staff2Id());
        As.staff2().get("/playbooks/{id}", playbook).then().statusCode(404);
        json(As.marketer())
                .header("If-Match", "\"7\"")
                .body(Map.of("name", "打法", "days", 2, "posts", List.of(post("one", 1, "09:00"))))
                .put("/playbooks/{id}", playbook)
                .then()
                .statusCode(412);
    }

    private void status(RequestSpecification as, int status) {
        json(as).body(Map.of("key", "a", "name", "打法", "days", 1, "posts", List.of(post("a", 1, "09:00"))))
                .post("/shops/{shop}/playbooks", shop.id())
                .then()
                .statusCode(status);
    }
}

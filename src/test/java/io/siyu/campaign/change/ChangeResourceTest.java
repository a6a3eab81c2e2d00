package io.siyu.campaign.change;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.ServiceClock;
import io.siyu.support.TestCampaign;
import io.siyu.support.TestShop;
import io.siyu.support.Waiting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static io.siyu.support.As.json;
import static io.siyu.support.TestCampaign.approve;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(Database.class)
class ChangeResourceTest {
    private TestShop shop;
    private String campaign;
    private String offer;

    @BeforeEach
    void run() {
        shop = TestShop.create();
        campaign = new TestCampaign(shop).ready();
        offer = post("day1-offer");
        ServiceClock.set(TestCampaign.startOf(campaign).plusSeconds(1));
        Waiting.until("it runs", Duration.ofSeconds(30), () -> "RUNNING"
                .equals(As.marketer().get("/campaigns/{id}", campaign).path("status")));
    }

    @AfterEach
    void freeTheClock() {
        ServiceClock.free();
    }

    private String post(String key) {
        return As.marketer()
                .get("/campaigns/{id}/posts", campaign)
                .path("items.find { it.playbookKey == 'default/" + key + "' }.id");
    }

    private ValidatableResponse propose(RequestSpecification as, Map<String, Object> body) {
        return json(as).body(body).post("/campaigns/{id}/changes", campaign).then();
    }

    private ValidatableResponse propose(Map<String, Object> edit) {
        return propose(As.marketer(), Map.of("reason", "库存不够", "edits", List.of(edit)));
    }

    private void inEffect(Map<String, Object> edit) {
        propose(edit).statusCode(201).body("status", equalTo("PROPOSED"));
        approve(As.marketer(), campaign);
        approve(As.staff1(), campaign);
        As.staff1().get("/campaigns/{id}/changes", campaign).then().body("items[-1].status", equalTo("IN_EFFECT"));
    }

    private ValidatableResponse seen(String post) {
        return As.marketer().get("/posts/{id}", post).then();
    }

    private List<Map<String, Object>> tasksOf(String post, String status) {
        List<Map<String, Object>> all = new ArrayList<>(As.marketer()
                .get("/tasks?shop={shop}&limit=200&status=" + status, shop.id())
                .path("items"));
        all.removeIf(task -> !post.equals(task.get("postId")));
        return all;
    }

    @Test
    void r8AChangeTakesEffectWhenItsRevisionIsApprovedAndTheCampaignGoesOnMeanwhile() {
        int content = As.marketer().get("/campaigns/{id}", campaign).path("contentRevision");
        propose(Map.of("kind", "SHIFT", "postId", offer, "at", "12:31"))
                .statusCode(201)
                .body("contentRevision", equalTo(content + 1))
                .body("posts[0].before.at", equalTo("12:00"))
                .body("posts[0].after.at", equalTo("12:31"));
        seen(offer).body("at", equalTo("12:00"));
        As.marketer().get("/campaigns/{id}", campaign).then().body("status", equalTo("RUNNING"));
        As.staff1()
                .get("/campaigns/{id}/revisions/{n}/difference", campaign, content)
                .then()
                .body("changes.field", contains("at"))
                .body("changes.after", contains("12:31"));

        approve(As.marketer(), campaign);
        approve(As.admin(), campaign);
        seen(offer).body("at", equalTo("12:00"));
        approve(As.staff1(), campaign);
        seen(offer).body("at", equalTo("12:31"));
        assertThat(tasksOf(offer, "PLANNED")).hasSize(2).allSatisfy(task -> assertThat(task)
                .containsEntry("changeNote", "时间已更新"));
        As.staff1()
                .get("/campaigns/{id}/timeline?limit=200", campaign)
                .then()
                .body("items.findAll { it.kind == 'CHANGE' }.outcome", contains("PROPOSED", "IN_EFFECT"))
                .body("items.findAll { it.kind == 'CHANGE' }.text", contains("库存不够", "库存不够"));
        json(As.staff1())
                .body(Map.of("decision", "APPROVE"))
                .post("/campaigns/{id}/reviews", campaign)
                .then()
                .statusCode(409);
    }

    @Test
    void r8PostsAreSwappedNarrowedWidenedAddedAndDropped() {
        String second = post("day2-topic");
        String thirdDay = post("day3-morning");
        String before = seen(second).extract().path("at");
        inEffect(Map.of("kind", "SWAP", "postId", second, "otherPostId", thirdDay));
        seen(second).body("day", equalTo(3));
        seen(thirdDay).body("day", equalTo(2)).body("at", equalTo(before));

        inEffect(Map.of("kind", "NARROW", "postId", offer, "audience", Map.of("accounts", List.of(shop.account1()))));
        assertThat(tasksOf(offer, "PLANNED")).hasSize(1);
        inEffect(Map.of("kind", "WIDEN", "postId", offer, "audience", Map.of()));
        assertThat(tasksOf(offer, "PLANNED")).hasSize(2);

        inEffect(Map.of("kind", "DROP", "postId", offer));
        seen(offer).statusCode(404);
        assertThat(tasksOf(offer, "PLANNED")).isEmpty();

        String script = As.make(
                As.marketer(),
                "/shops/{shop}/scripts",
                Map.of("title", "补充", "copy", "今天还有货", "kind", "MOMENT", "line", "PERSONA"),
                shop.id());
        propose(Map.of("kind", "ADD", "post", Map.of("day", 1, "kind", "MOMENT", "at", "12:00", "scriptId", script)))
                .statusCode(201)
                .body("posts[0].before", nullValue());
        String added = As.marketer().get("/campaigns/{id}/changes", campaign).path("items[-1].posts[0].postId");
        seen(added).statusCode(404);
        approve(As.marketer(), campaign);
        approve(As.staff1(), campaign);
        seen(added).statusCode(200).body("at", equalTo("12:00"));
        assertThat(tasksOf(added, "PLANNED")).hasSize(2);
        As.staff1()
                .get("/campaigns/{id}/changes", campaign)
                .then()
                .body("items.size()", equalTo(5))
                .body("items[0].posts.kind", contains("SWAP", "SWAP"))
                .body("items[0].posts[0].before.day", equalTo(2));
    }

    @Test
    void r8ARequestForChangesKeepsAChangeBackAndItsProposerMayWithdrawIt() {
        propose(Map.of("kind", "DROP", "postId", offer)).statusCode(201);
        json(As.staff2())
                .body(Map.of("decision", "REQUEST_CHANGES", "note", "别撤"))
                .post("/campaigns/{id}/reviews", campaign)
                .then()
                .statusCode(201);
        approve(As.marketer(), campaign);
        approve(As.staff1(), campaign);
        seen(offer).statusCode(200);
        propose(Map.of("kind", "SHIFT", "postId", offer, "at", "12:31")).statusCode(409);
        String change = As.marketer().get("/campaigns/{id}/changes", campaign).path("items[0].id");
        json(As.marketer())
                .body(Map.of("reason", "不撤了"))
                .put("/campaigns/{id}/changes/{change}/withdrawal", campaign, change)
                .then()
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"))
                .body("settledReason", equalTo("不撤了"));
        seen(offer).statusCode(200);
        propose(Map.of("kind", "SHIFT", "postId", offer, "at", "12:31")).statusCode(201);
    }

    @Test
    void r8AnAdminMayAnswerForAChangeAndNobodyElse() {
        Map<String, Object> body =
                Map.of("reason", "平台催改", "override", true, "edits", List.of(Map.of("kind", "DROP", "postId", offer)));
        propose(As.marketer(), body).statusCode(403);
        propose(As.admin(), body)
                .statusCode(201)
                .body("status", equalTo("IN_EFFECT"))
                .body("overridden", equalTo(true));
        seen(offer).statusCode(404);
    }

    @Test
    void r8WhatHasGoneOutStaysAndAChangeThatComesTooLateLapses() {
        propose(Map.of("kind", "SHIFT", "postId", offer, "at", "12:31")).statusCode(201);
        ServiceClock.set(
                TestCampaign.startOf(campaign).plus(Duration.ofHours(12)).plusSeconds(5));
        approve(As.marketer(), campaign);
        approve(As.staff1(), campaign);
        As.marketer().get("/campaigns/{id}/changes", campaign).then().body("items[0].status", equalTo("LAPSED"));
        seen(offer).body("at", equalTo("12:00"));
        propose(Map.of("kind", "SHIFT", "postId", offer, "at", "13:00")).statusCode(409);
        propose(Map.of("kind", "SHIFT", "postId", post("day1-brand"), "at", "09:00"))
                .statusCode(409);
    }

    @Test
    void r11AChangeThatBreaksARuleIsRefused() {
        propose(Map.of("kind", "SHIFT", "postId", offer, "at", "23:00"))
                .statusCode(409)
                .body("violations.code", hasItem("POST_RULE_BROKEN"));
        As.marketer().get("/campaigns/{id}/changes", campaign).then().body("items", equalTo(List.of()));
    }

    @Test
    void whatIsNoChangeIsNamed() {
        propose(Map.of("kind", "SHIFT", "at", "12:31")).statusCode(400);
        propose(Map.of("kind", "SHIFT", "postId", "7", "at", "12:31")).statusCode(400);
        propose(Map.of("kind", "SHIFT", "postId", offer)).statusCode(400);
        propose(Map.of("kind", "WIDEN", "postId", offer, "audience", Map.of("tiers", List.of("VIP"))))
                .statusCode(400)
                .body("violations[0].field", equalTo("edits[0].audience"));
        propose(Map.of("kind", "ADD")).statusCode(400);
        propose(Map.of("kind", "REWRITE", "postId", offer, "scriptVersion", 9)).statusCode(400);
    }

    @Test
    void changesAreOfTheirShopAndProposedByMarketers() {
        Map<String, Object> body = Map.of("reason", "改时间", "edits", List.of(Map.of("kind", "DROP", "postId", offer)));
        propose(As.staff1(), body).statusCode(403);
        propose(As.nobody(), body).statusCode(401);
        As.change(As.admin(), "/staff/{id}", Map.of("active", false), shop.staff2Id());
        As.staff2().get("/campaigns/{id}/changes", campaign).then().statusCode(404);
        String draft = new TestCampaign(shop)
                .startingOn(TestCampaign.startDay().plusDays(60))
                .draft();
        json(As.marketer())
                .body(body)
                .post("/campaigns/{id}/changes", draft)
                .then()
                .statusCode(409);
        As.marketer().get("/campaigns/{id}/posts", campaign).then().body("items.id", not(hasItem(nullValue())));
    }
}

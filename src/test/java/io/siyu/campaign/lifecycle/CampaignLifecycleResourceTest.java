package io.siyu.campaign.lifecycle;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.campaign.post.PostOccurrence;
import io.siyu.campaign.post.PostOccurrences;
import io.siyu.platform.ids.Id;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.ServiceClock;
import io.siyu.support.TestCampaign;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import static io.siyu.support.As.json;
import static io.siyu.support.TestCampaign.acknowledge;
import static io.siyu.support.TestCampaign.approve;
import static io.siyu.support.TestCampaign.move;
import static io.siyu.support.TestCampaign.prepareAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@QuarkusTestResource(Database.class)
class CampaignLifecycleResourceTest {
    @Inject
    CampaignDueWork dueWork;

    @Inject
    PostOccurrences occurrences;

    @AfterEach
    void freeClock() {
        ServiceClock.free();
    }

    @Test
    void r8EachGateIsRefusedByNameUntilItIsMetOnTheWayFromDraftToClosed() {
        TestShop shop = TestShop.create();
        new TestCampaign(shop).startingOn(TestCampaign.startDay().plusDays(60)).filled();
        String campaign = new TestCampaign(shop).draft();

        move(As.marketer(), campaign, "REVIEW")
                .statusCode(409)
                .body("code", equalTo("GATE_UNMET"))
                .body(
                        "violations.code",
                        contains(
                                "MECHANIC_MISSING",
                                "AUDIENCE_MISSING",
                                "POSTS_MISSING_DAY_1",
                                "POSTS_MISSING_DAY_2",
                                "POSTS_MISSING_DAY_3"));
        String etag = As.marketer().get("/campaigns/{id}", campaign).header("ETag");
        json(As.marketer())
                .header("If-Match", etag)
                .body(Map.of("mechanic", "GAME", "audience", Map.of("tiers", List.of("VIP", "NEW"))))
                .patch("/campaigns/{id}", campaign)
                .then()
                .statusCode(200)
                .body("revision", equalTo(2))
                .body("warnings.find { it.code == 'MECHANIC_COMPLEXITY' }.level", equalTo(4));
        json(As.marketer())
                .body(Map.of("playbook", "default"))
                .put("/campaigns/{id}/sequence", campaign)
                .then()
                .statusCode(200)
                // No private messages to tiers that the campaign is not for.
                .body("items.findAll { it.kind == 'PRIVATE' }.audience.tiers.flatten()", contains("VIP", "NEW"));
        move(As.marketer(), campaign, "REVIEW").statusCode(200).body("status", equalTo("REVIEW"));

        move(As.marketer(), campaign, "PREPARING")
                .statusCode(409)
                .body("violations.code", contains("APPROVALS_MISSING", "SERVICE_APPROVAL_MISSING"));
        approve(As.marketer(), campaign);
        approve(As.marketer(), campaign);
        String objection = As.make(As.staff2(), "/campaigns/{id}/objections", Map.of("text", "库存不够"), campaign);
        move(As.marketer(), campaign, "PREPARING")
                .statusCode(409)
                .body("violations.code", contains("APPROVALS_MISSING", "SERVICE_APPROVAL_MISSING", "OBJECTION_OPEN"))
                .body("violations[0].message", containsString("1 of 2"));
        json(As.marketer())
                .body(Map.of("text", "已补货"))
                .put("/campaigns/{id}/objections/{objection}/resolution", campaign, objection)
                .then()
                .statusCode(200);
        approve(As.staff1(), campaign);
        move(As.marketer(), campaign, "PREPARING").statusCode(200);

        move(As.marketer(), campaign, "READY")
                .statusCode(409)
                .body("violations.findAll { it.code == 'PREPARATION_OPEN' }", hasSize(7))
                .body("violations.code", hasItem("BRIEFING_ROUNDS_MISSING"));
        prepareAll(campaign);
        json(As.marketer())
                .body(Map.of("agenda", TestCampaign.agenda("第一轮")))
                .post("/campaigns/{id}/briefings", campaign)
                .then()
                .statusCode(201)
                .body("round", equalTo(1))
                .body("missing.name", containsInAnyOrder("STAFF1", "STAFF2"));
        acknowledge(As.staff1(), campaign, 1);
        move(As.marketer(), campaign, "READY")
                .statusCode(409)
                .body("violations.code", contains("BRIEFING_ROUNDS_MISSING", "BRIEFING_UNACKNOWLEDGED"))
                .body("violations[1].message", containsString("STAFF2"));
        acknowledge(As.staff2(), campaign, 1);
        TestCampaign.brief(campaign);
        move(As.marketer(), campaign, "READY").statusCode(200).body("status", equalTo("READY"));

        runThrough(campaign);
        move(As.marketer(), campaign, "CLOSED")
                .statusCode(409)
                .body("violations.code", containsInAnyOrder("LESSONS_MISSING", "SALES_WINDOW_OPEN"));
        json(As.marketer())
                .body(Map.of("lessons", List.of("下次早两天备货")))
                .put("/campaigns/{id}/retrospective/lessons", campaign)
                .then()
                .statusCode(200);
        ServiceClock.set(instant(campaign, "endsAt").plus(Duration.ofDays(3)).minusSeconds(60));
        move(As.marketer(), campaign, "CLOSED").statusCode(409).body("violations.code", contains("SALES_WINDOW_OPEN"));
        ServiceClock.set(instant(campaign, "endsAt").plus(Duration.ofDays(3)));
        move(As.marketer(), campaign, "CLOSED").statusCode(200).body("status", equalTo("CLOSED"));
        As.staff1()
                .get("/campaigns/{id}/transitions", campaign)
                .then()
                .body("items.to", contains("REVIEW", "PREPARING", "READY", "RUNNING", "ENDED", "CLOSED"))
                .body("items.by", hasItems("marketer", "clock"));
    }

    @Test
    void theClockStartsAndEndsACampaignAndNobodyElse() {
        TestShop shop = TestShop.create();
        String campaign = new TestCampaign(shop).ready();
        Instant startsAt = instant(campaign, "startsAt");

        move(As.admin(), campaign, "RUNNING")
                .statusCode(409)
                .body("code", equalTo("STATE_CONFLICT"))
                .body("detail", containsString("clock"));
        dueWork.runDue(startsAt.minusMillis(1));
        assertThat(status(campaign)).isEqualTo("READY");
        dueWork.runDue(startsAt);
        assertThat(status(campaign)).isEqualTo("RUNNING");
        dueWork.runDue(startsAt.plus(Duration.ofDays(3)).minusMillis(1));
        assertThat(status(campaign)).isEqualTo("RUNNING");
        dueWork.runDue(startsAt.plus(Duration.ofDays(3)));
        assertThat(status(campaign)).isEqualTo("ENDED");
        move(As.admin(), campaign, Map.of("to", "CANCELLED", "reason", "晚了")).statusCode(409);
    }

    @Test
    void aCampaignNotReadyAtItsStartIsFlaggedAndStartsOnlyAfterAnAdminsOverride() {
        TestShop shop = TestShop.create();
        String campaign = new TestCampaign(shop).filled();
        Instant startsAt = instant(campaign, "startsAt");

        dueWork.runDue(startsAt);

        As.staff1()
                .get("/campaigns/{id}", campaign)
                .then()
                .body("missedStart", equalTo(true))
                .body("status", equalTo("DRAFT"));
        move(As.admin(), campaign, "REVIEW").statusCode(200);
        override(campaign, "PREPARING");
        override(campaign, "READY");
        dueWork.runDue(startsAt.plus(Duration.ofHours(20)));
        assertThat(status(campaign)).isEqualTo("RUNNING");
    }

    @Test
    void onlyAnAdminOverridesAGateAndTheReasonIsKept() {
        TestShop shop = TestShop.create();
        String campaign = new TestCampaign(shop).draft();

        move(As.marketer(), campaign, Map.of("to", "REVIEW", "override", true, "reason", "急"))
                .statusCode(403);
        move(As.admin(), campaign, Map.of("to", "REVIEW", "override", true))
                .statusCode(400)
                .body("violations.field", contains("reason"));
        move(As.admin(), campaign, Map.of("to", "REVIEW", "override", true, "reason", "先评审再补内容"))
                .statusCode(200);

        As.marketer()
                .get("/campaigns/{id}/transitions", campaign)
                .then()
                .body("items[0].reason", equalTo("先评审再补内容"))
                .body("items[0].by", equalTo("admin"))
                .body("items[0].overridden", hasItems("MECHANIC_MISSING", "POSTS_MISSING_DAY_3"));
    }

    @Test
    void r8WhatFollowersGetAsksForApprovalAnewAndANameDoesNot() {
        TestShop shop = TestShop.create();
        String campaign = new TestCampaign(shop).preparing();
        int content = As.marketer().get("/campaigns/{id}", campaign).path("contentRevision");

        patch(campaign, Map.of("name", "换个名字", "priority", 3, "salesTarget", "8000.00"));
        As.marketer()
                .get("/campaigns/{id}", campaign)
                .then()
                .body("status", equalTo("PREPARING"))
                .body("contentRevision", equalTo(content))
                .body("priority", equalTo(3))
                .body("salesTarget", equalTo("8000.00"));

        patch(campaign, Map.of("offer", "老客七折"));
        As.marketer()
                .get("/campaigns/{id}", campaign)
                .then()
                .body("status", equalTo("REVIEW"))
                .body("contentRevision", equalTo(content + 1));
        move(As.marketer(), campaign, "PREPARING")
                .statusCode(409)
                .body("violations.code", contains("APPROVALS_MISSING", "SERVICE_APPROVAL_MISSING"));
    }

    @Test
    void r8StandingRequestChangesBlocksPreparing() {
        TestShop shop = TestShop.create();
        String campaign = new TestCampaign(shop).filled();
        move(As.marketer(), campaign, "REVIEW").statusCode(200);
        approve(As.marketer(), campaign);
        approve(As.staff1(), campaign);
        json(As.staff2())
                .body(Map.of("decision", "REQUEST_CHANGES", "note", "第二天太密"))
                .post("/campaigns/{id}/reviews", campaign)
                .then()
                .statusCode(201);

        move(As.marketer(), campaign, "PREPARING")
                .statusCode(409)
                .body("violations.code", contains("CHANGES_REQUESTED"));
        move(As.marketer(), campaign, Map.of("to", "PREPARING", "override", true, "reason", "急"))
                .statusCode(403);
        override(campaign, "PREPARING");
        As.marketer()
                .get("/campaigns/{id}/transitions", campaign)
                .then()
                .body("items[1].overridden", contains("CHANGES_REQUESTED"))
                .body("items[1].reason", equalTo("人手不足，先跑起来"));
    }

    @Test
    void r8APostsTimeAsksForApprovalAnewAtReadyAndItsLineDoesNot() {
        TestShop shop = TestShop.create();
        String campaign = new TestCampaign(shop).ready();
        String post = As.marketer()
                .get("/campaigns/{id}/posts", campaign)
                .path("items.find { it.playbookKey == 'default/day1-offer' }.id");

        patchPost(post, Map.of("line", "BRAND")).statusCode(200);
        assertThat(status(campaign)).isEqualTo("READY");
        patchPost(post, Map.of("at", "12:30")).statusCode(200).body("at", equalTo("12:30"));
        assertThat(status(campaign)).isEqualTo("REVIEW");
    }

    @Test
    void r8WhileItRunsAPostIsChangedByAProposalOnly() {
        TestShop shop = TestShop.create();
        String campaign = new TestCampaign(shop).ready();
        ServiceClock.set(instant(campaign, "startsAt"));
        dueWork.runDue(instant(campaign, "startsAt"));
        String post = As.marketer()
                .get("/campaigns/{id}/posts", campaign)
                .path("items.find { it.playbookKey == 'default/day1-offer' }.id");

        patchPost(post, Map.of("at", "12:30")).statusCode(409);
        patchPost(post, Map.of("line", "BRAND")).statusCode(409);
        As.marketer().delete("/posts/{id}", post).then().statusCode(409);
        assertThat(status(campaign)).isEqualTo("RUNNING");
    }

    @Test
    void cancellingNeedsAReasonAndEndsTheWay() {
        TestShop shop = TestShop.create();
        String campaign = new TestCampaign(shop).ready();

        move(As.marketer(), campaign, "CANCELLED").statusCode(400);
        move(As.marketer(), campaign, Map.of("to", "CANCELLED", "reason", "缺货"))
                .statusCode(200)
                .body("status", equalTo("CANCELLED"));
        dueWork.runDue(instant(campaign, "startsAt"));
        assertThat(status(campaign)).isEqualTo("CANCELLED");
    }

    @Test
    void aStatusCannotBeSkipped() {
        TestShop shop = TestShop.create();
        String campaign = new TestCampaign(shop).filled();

        move(As.marketer(), campaign, "READY").statusCode(409).body("code", equalTo("STATE_CONFLICT"));
        move(As.marketer(), campaign, "DRAFT").statusCode(409);
        move(As.marketer(), campaign, "SOON").statusCode(400).body("violations.field", contains("to"));
    }

    @Test
    void aPostOccursAtItsTimeOnItsAccountsWithTheNewestScript() {
        TestShop shop = TestShop.create();
        String campaign = new TestCampaign(shop).ready();

        List<PostOccurrence> found = occurrences.ofCampaign(
                Id.fromString(shop.id()).value(), Id.fromString(campaign).value());

        assertThat(found).hasSize(17);
        assertThat(found.get(0).at()).isEqualTo(instant(campaign, "startsAt").plus(Duration.ofMinutes(8 * 60 + 30)));
        assertThat(found).allSatisfy(occurrence -> {
            assertThat(occurrence.accountIds()).hasSize(2);
            assertThat(occurrence.script().version()).isEqualTo(1);
        });
    }

    private void runThrough(String campaign) {
        dueWork.runDue(instant(campaign, "startsAt"));
        dueWork.runDue(instant(campaign, "endsAt"));
        assertThat(status(campaign)).isEqualTo("ENDED");
    }

    private static void override(String campaign, String to) {
        move(As.admin(), campaign, Map.of("to", to, "override", true, "reason", "人手不足，先跑起来"))
                .statusCode(200);
    }

    private static void patch(String campaign, Map<String, Object> body) {
        json(As.marketer())
                .header(
                        "If-Match",
                        As.marketer().get("/campaigns/{id}", campaign).header("ETag"))
                .body(body)
                .patch("/campaigns/{id}", campaign)
                .then()
                .statusCode(200);
    }

    private static io.restassured.response.ValidatableResponse patchPost(String post, Map<String, Object> body) {
        return json(As.marketer())
                .header("If-Match", As.marketer().get("/posts/{id}", post).header("ETag"))
                .body(body)
                .patch("/posts/{id}", post)
                .then();
    }

    private static String status(String campaign) {
        return As.staff1().get("/campaigns/{id}", campaign).path("status");
    }

    private static Instant instant(String campaign, String field) {
        return Instant.parse(As.staff1().get("/campaigns/{id}", campaign).path(field));
    }
}

package io.siyu.campaign.lifecycle;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.ServiceClock;
import io.siyu.support.TestCampaign;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import static io.siyu.support.As.json;
import static io.siyu.support.TestCampaign.approve;
import static io.siyu.support.TestCampaign.move;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

/** The clauses of R8 over REST, one by one. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class MethodResourceTest {
    private TestShop shop;

    @BeforeEach
    void foundShop() {
        shop = TestShop.create();
    }

    @AfterEach
    void freeClock() {
        ServiceClock.free();
    }

    @Test
    void r8AnAudienceOfNobodyDoesNotGoToReview() {
        String nobody = new TestCampaign(shop).filled();
        patch(nobody, Map.of("audience", Map.of("tags", List.of("没有这个标签"))));

        move(As.marketer(), nobody, "REVIEW").statusCode(409).body("violations.code", contains("AUDIENCE_EMPTY"));
        patch(nobody, Map.of("audience", Map.of("tiers", List.of("NEW"))));
        move(As.marketer(), nobody, "REVIEW").statusCode(200);
    }

    @Test
    void r8AnAudienceThatBecameNobodysAfterReviewDoesNotGoReady() {
        String campaign = new TestCampaign(shop).preparing();
        TestCampaign.prepareAll(campaign);
        patch(campaign, Map.of("audience", Map.of("tags", List.of("没有这个标签"))));
        approve(As.marketer(), campaign);
        approve(As.staff1(), campaign);
        move(As.marketer(), campaign, "PREPARING").statusCode(200);
        TestCampaign.brief(campaign);
        TestCampaign.brief(campaign);

        move(As.marketer(), campaign, "READY").statusCode(409).body("violations.code", contains("AUDIENCE_EMPTY"));
    }

    @Test
    void r8ObjectionsAreRaisedUntilEndedAndFromReadyOnAreOwedAnAnswerOnly() {
        String campaign = new TestCampaign(shop).preparing();
        String early = object(campaign);
        TestCampaign.prepareAll(campaign);
        TestCampaign.brief(campaign);
        TestCampaign.brief(campaign);
        move(As.marketer(), campaign, "READY").statusCode(409).body("violations.code", contains("OBJECTION_OPEN"));
        resolve(campaign, early);
        move(As.marketer(), campaign, "READY").statusCode(200);

        String late = object(campaign);
        As.marketer()
                .get("/campaigns/{id}/objections", campaign)
                .then()
                .body("items[1].open", equalTo(true))
                .body("items[1].blocking", equalTo(false));
        ServiceClock.set(TestCampaign.startOf(campaign));
        assertThat(status(campaign)).isEqualTo("RUNNING");
        object(campaign);
        ServiceClock.set(TestCampaign.endOf(campaign));
        assertThat(status(campaign)).isEqualTo("ENDED");
        json(As.staff2())
                .body(Map.of("text", "晚了"))
                .post("/campaigns/{id}/objections", campaign)
                .then()
                .statusCode(409);
        resolve(campaign, late);
    }

    @Test
    void r8APreparationItemHasAnOwnerAndADueDayCountedBackFromDayOne() {
        String campaign = new TestCampaign(shop).preparing();
        LocalDate start = TestCampaign.startDay();
        As.staff1()
                .get("/campaigns/{id}/preparations", campaign)
                .then()
                .body("items", hasSize(7))
                .body("items.ownerStaffId", everyItem(equalTo(shop.marketerStaffId())))
                .body("items.dueDay", everyItem(equalTo(start.minusDays(7).toString())))
                .body("items.latestDay", everyItem(equalTo(start.minusDays(3).toString())));

        prepare(
                        campaign,
                        Map.of(
                                "item",
                                "POSTER",
                                "ownerStaffId",
                                shop.staff2Id(),
                                "dueDay",
                                start.minusDays(5).toString()))
                .statusCode(200)
                .body("ownerName", equalTo("STAFF2"))
                .body("state", equalTo("OPEN"))
                .body("dueDay", equalTo(start.minusDays(5).toString()));
        prepare(campaign, Map.of("item", "POSTER", "dueDay", start.minusDays(2).toString()))
                .statusCode(400)
                .body("violations.field", contains("dueDay"));
        prepare(campaign, Map.of("item", "POSTER", "ownerStaffId", "4711"))
                .statusCode(400)
                .body("violations.field", contains("ownerStaffId"));
    }

    @Test
    void r8NotNeededNeedsAReason() {
        String campaign = new TestCampaign(shop).preparing();

        prepare(campaign, Map.of("item", "GIFTS", "state", "NOT_NEEDED"))
                .statusCode(400)
                .body("violations.field", contains("reason"));
        prepare(campaign, Map.of("item", "GIFTS", "state", "NOT_NEEDED", "reason", "不送"))
                .statusCode(200)
                .body("reason", equalTo("不送"));
    }

    @Test
    void r8NotNeededAfterTheThreeDayLineNeedsAnOverride() {
        String campaign = new TestCampaign(shop).preparing();
        ServiceClock.set(TestCampaign.startOf(campaign).minusSeconds(2 * 24 * 3600));
        TestCampaign.prepareAll(campaign);
        TestCampaign.brief(campaign);
        TestCampaign.brief(campaign);

        move(As.marketer(), campaign, "READY")
                .statusCode(409)
                .body("violations.code", everyItem(equalTo("PREPARATION_LATE")))
                .body("violations.field", hasItem("preparations/GIFTS"));
        move(As.admin(), campaign, Map.of("to", "READY", "override", true, "reason", "其实早就备好了"))
                .statusCode(200);
    }

    @Test
    void r8ABriefingsAgendaHasEightHeadings() {
        String campaign = new TestCampaign(shop).preparing();
        Map<String, String> seven = new java.util.HashMap<>(TestCampaign.agenda("发什么"));
        seven.remove("visibility");

        brief(campaign, seven).statusCode(400).body("violations.field", contains("agenda.visibility"));
        brief(campaign, TestCampaign.agenda("发什么"))
                .statusCode(201)
                .body("agenda.size()", equalTo(8))
                .body("contentRevision", notNullValue());
    }

    @Test
    void r8WhatIsAskedInABriefingIsAnsweredOnce() {
        String campaign = new TestCampaign(shop).preparing();
        brief(campaign, TestCampaign.agenda("发什么")).statusCode(201);
        String question =
                As.make(As.staff1(), "/campaigns/{id}/briefings/1/questions", Map.of("text", "老客也发吗"), campaign);

        answer(campaign, question).statusCode(200).body("answer", equalTo("都发"));
        answer(campaign, question).statusCode(409);
        As.staff2()
                .get("/campaigns/{id}/briefings", campaign)
                .then()
                .body("items[0].questions.text", contains("老客也发吗"))
                .body("items[0].questions.answeredBy", contains("MARKETER"));
    }

    @Test
    void r8AContentRevisionAfterTheBriefingsNeedsOneMoreRoundNotAllAgain() {
        String campaign = new TestCampaign(shop).ready();
        patch(campaign, Map.of("offer", "老客七折"));
        approve(As.marketer(), campaign);
        approve(As.staff1(), campaign);
        move(As.marketer(), campaign, "PREPARING").statusCode(200);

        move(As.marketer(), campaign, "READY").statusCode(409).body("violations.code", contains("BRIEFING_OUTDATED"));
        TestCampaign.brief(campaign);
        move(As.marketer(), campaign, "READY").statusCode(200);
    }

    @Test
    void r8EachOfItsDaysNeedsAPostAndNoPostStandsOutsideThem() {
        String campaign = new TestCampaign(shop).filled();
        patch(campaign, Map.of("days", 5));

        move(As.marketer(), campaign, "REVIEW")
                .statusCode(409)
                .body("violations.code", contains("POSTS_MISSING_DAY_4", "POSTS_MISSING_DAY_5"));
        addPost(campaign, 4).statusCode(201);
        addPost(campaign, 5).statusCode(201);
        addPost(campaign, 6).statusCode(400).body("violations.field", contains("day"));
        move(As.marketer(), campaign, "REVIEW").statusCode(200);
        As.marketer()
                .get("/campaigns/{id}", campaign)
                .then()
                .body("endDay", equalTo(TestCampaign.startDay().plusDays(4).toString()))
                .body(
                        "windowEndDay",
                        equalTo(TestCampaign.startDay().plusDays(7).toString()));
        json(As.marketer())
                .header("If-Match", "*")
                .body(Map.of("days", 4))
                .patch("/campaigns/{id}", campaign)
                .then()
                .statusCode(400)
                .body("violations.field", contains("days"));
        json(As.marketer())
                .header("If-Match", "*")
                .body(Map.of("days", 8))
                .patch("/campaigns/{id}", campaign)
                .then()
                .statusCode(400);
    }

    @Test
    void r8TheDefaultPlaybookFillsNoDayThatAShortCampaignLacks() {
        String campaign = new TestCampaign(shop).draft();
        patch(campaign, Map.of("days", 1, "audience", Map.of("tiers", List.of("NEW"))));
        json(As.marketer())
                .body(Map.of("playbook", "default"))
                .put("/campaigns/{id}/sequence", campaign)
                .then()
                .statusCode(200)
                .body("items.day", everyItem(equalTo(1)));
    }

    @Test
    void r8ARunningCampaignIsPausedAndGoesOnAndEndsByTheClockAllTheSame() {
        String campaign = new TestCampaign(shop).ready();
        move(As.marketer(), campaign, "PAUSED").statusCode(409);
        ServiceClock.set(TestCampaign.startOf(campaign));
        assertThat(status(campaign)).isEqualTo("RUNNING");

        move(As.marketer(), campaign, Map.of("to", "PAUSED", "reason", "仓库盘点"))
                .statusCode(200)
                .body("status", equalTo("PAUSED"));
        As.marketer().get("/campaigns/{id}/gates", campaign).then().body("next", equalTo("RUNNING"));
        move(As.marketer(), campaign, "RUNNING").statusCode(200).body("status", equalTo("RUNNING"));
        move(As.marketer(), campaign, "PAUSED").statusCode(200);
        ServiceClock.set(TestCampaign.endOf(campaign));
        assertThat(status(campaign)).isEqualTo("ENDED");
        As.marketer()
                .get("/campaigns/{id}/transitions", campaign)
                .then()
                .body(
                        "items.to",
                        contains("REVIEW", "PREPARING", "READY", "RUNNING", "PAUSED", "RUNNING", "PAUSED", "ENDED"));
    }

    @Test
    void r8BackFromReadyToReviewByHandKeepsTheApprovalsOfTheSameContent() {
        String campaign = new TestCampaign(shop).ready();

        move(As.marketer(), campaign, Map.of("to", "REVIEW", "reason", "再看一遍"))
                .statusCode(200)
                .body("status", equalTo("REVIEW"));
        move(As.marketer(), campaign, "PREPARING").statusCode(200);
        move(As.marketer(), campaign, "READY").statusCode(200);
        As.marketer()
                .get("/campaigns/{id}/transitions", campaign)
                .then()
                .body("items.to", contains("REVIEW", "PREPARING", "READY", "REVIEW", "PREPARING", "READY"))
                .body("items[3].reason", equalTo("再看一遍"));
    }

    @Test
    void r8AllThatHappenedIsOneHistoryPageByPage() {
        String campaign = new TestCampaign(shop).preparing();
        object(campaign);
        prepare(campaign, Map.of("item", "GIFTS", "state", "NOT_NEEDED", "reason", "不送"))
                .statusCode(200);
        TestCampaign.brief(campaign);
        String post = As.marketer().get("/campaigns/{id}/posts", campaign).path("items[0].id");
        json(As.staff1())
                .body(Map.of("text", "这句太长", "postId", post, "line", 2))
                .post("/campaigns/{id}/comments", campaign)
                .then()
                .statusCode(201)
                .body("line", equalTo(2));

        List<String> kinds = As.seen(As.staff1(), "/campaigns/{id}/timeline?limit=200", campaign)
                .getList("items.kind");
        assertThat(kinds)
                .containsSubsequence(
                        "REVISION",
                        "REVISION",
                        "TRANSITION",
                        "REVIEW",
                        "REVIEW",
                        "TRANSITION",
                        "OBJECTION",
                        "PREPARATION",
                        "BRIEFING",
                        "BRIEFING",
                        "BRIEFING",
                        "COMMENT");
        As.marketer()
                .get("/campaigns/{id}/timeline?limit=200", campaign)
                .then()
                .body("items.findAll { it.kind == 'PREPARATION' }.text", contains("不送"))
                .body("items.findAll { it.kind == 'TRANSITION' }.outcome", contains("REVIEW", "PREPARING"))
                .body("items.find { it.kind == 'COMMENT' }.subject", equalTo(post));
        String next =
                As.marketer().get("/campaigns/{id}/timeline?limit=3", campaign).path("next");
        As.marketer()
                .get("/campaigns/{id}/timeline?limit=3&after={next}", campaign, next)
                .then()
                .body("items", hasSize(3))
                .body("items[0].kind", equalTo(kinds.get(3)));
        As.marketer().get("/campaigns/{id}/comments", campaign).then().body("items.text", contains("这句太长"));
    }

    @Test
    void aCommentIsAboutAPostOfThisCampaign() {
        String campaign = new TestCampaign(shop).filled();
        String other = new TestCampaign(shop)
                .startingOn(TestCampaign.startDay().plusDays(30))
                .filled();
        String foreign = As.marketer().get("/campaigns/{id}/posts", other).path("items[0].id");

        comment(campaign, Map.of("text", "好", "postId", foreign)).statusCode(400);
        comment(campaign, Map.of("text", "好", "line", 1)).statusCode(400);
        comment(campaign, Map.of("text", " ")).statusCode(400);
        comment(campaign, Map.of("text", "好")).statusCode(201);
    }

    @Test
    void r8EachContentRevisionIsKeptAndCanBeHeldAgainstAnother() {
        String campaign = new TestCampaign(shop).filled();
        int before = As.marketer().get("/campaigns/{id}", campaign).path("contentRevision");
        patch(campaign, Map.of("name", "不算修订"));
        patch(campaign, Map.of("offer", "老客七折"));
        String post = As.marketer().get("/campaigns/{id}/posts", campaign).path("items[0].id");
        As.change(As.marketer(), "/posts/{id}", Map.of("at", "08:45"), post);

        As.staff1()
                .get("/campaigns/{id}/revisions", campaign)
                .then()
                .body("items.number", hasItems(1, before, before + 1, before + 2))
                .body("items.number", not(hasItem(before + 3)))
                .body("items.madeBy", everyItem(equalTo("MARKETER")));
        As.staff1()
                .get("/campaigns/{id}/revisions/{n}/difference", campaign, before)
                .then()
                .body("to", equalTo(before + 2))
                .body("changes.field", contains("offer", "at"))
                .body("changes.after", contains("老客七折", "08:45"))
                .body("changes[1].postId", equalTo(post))
                .body("changes[1].before", equalTo("08:30"));
        As.staff1()
                .get("/campaigns/{id}/revisions/1/difference?to={n}", campaign, before)
                .then()
                .body("changes.kind", hasItem("ADDED"));
        As.staff1()
                .get("/campaigns/{id}/revisions/{n}/difference?to=99", campaign, before)
                .then()
                .statusCode(404);
    }

    private static ValidatableResponse comment(String campaign, Map<String, Object> body) {
        return json(As.staff1())
                .body(body)
                .post("/campaigns/{id}/comments", campaign)
                .then();
    }

    private static ValidatableResponse brief(String campaign, Map<String, String> agenda) {
        return json(As.marketer())
                .body(Map.of("agenda", agenda))
                .post("/campaigns/{id}/briefings", campaign)
                .then();
    }

    private static ValidatableResponse answer(String campaign, String question) {
        return json(As.marketer())
                .body(Map.of("text", "都发"))
                .put("/campaigns/{id}/briefings/1/questions/{question}/answer", campaign, question)
                .then();
    }

    private static ValidatableResponse addPost(String campaign, int day) {
        return json(As.marketer())
                .body(Map.of("day", day, "kind", "MOMENT", "at", "09:00", "line", "PERSONA"))
                .post("/campaigns/{id}/posts", campaign)
                .then();
    }

    private static ValidatableResponse prepare(String campaign, Map<String, Object> body) {
        return json(As.marketer())
                .body(body)
                .post("/campaigns/{id}/preparations", campaign)
                .then();
    }

    private static String object(String campaign) {
        return As.make(As.staff2(), "/campaigns/{id}/objections", Map.of("text", "库存不够"), campaign);
    }

    private static void resolve(String campaign, String objection) {
        json(As.marketer())
                .body(Map.of("text", "已补货"))
                .put("/campaigns/{id}/objections/{objection}/resolution", campaign, objection)
                .then()
                .statusCode(200);
    }

    private static void patch(String campaign, Map<String, Object> body) {
        As.change(As.marketer(), "/campaigns/{id}", body, campaign);
    }

    private static String status(String campaign) {
        return As.staff1().get("/campaigns/{id}", campaign).path("status");
    }
}

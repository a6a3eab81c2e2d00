package io.siyu.task.plan;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.Buyers;
import io.siyu.support.Database;
import io.siyu.support.OpenTasks;
import io.siyu.support.ServiceClock;
import io.siyu.support.TestCampaign;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import static io.siyu.support.As.json;
import static io.siyu.support.TestCampaign.approve;
import static io.siyu.support.TestCampaign.move;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

/** What becomes of the tasks of a campaign that goes back, pauses, starts late or is cancelled. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class CampaignWayResourceTest {
    /** The default playbook's moments and group posts, on two accounts, and the list of the one follower who is there. */
    private static final int ALL = 25;

    /** Followers whom private messages are to reach, and whom these keep from others that day. */
    private static final String RESERVED =
            "SELECT COUNT(*) AS n FROM task_recipient WHERE shop_id = ? AND state = 'PENDING' AND contact_day IS NOT NULL";

    private static final String FIXED = "SELECT COUNT(*) AS n FROM campaign_audience WHERE shop_id = ?";

    @Inject
    Buyers buyers;

    @Inject
    Sql sql;

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
    void r8BackToReviewWithdrawsWhatWasPlannedAndTheNextReadyPlansItAgain() {
        follow(6);
        String campaign = new TestCampaign(shop).ready();
        int all = tasks("PLANNED").size();
        long recipients = count(RESERVED);
        assertThat(recipients).isPositive();
        assertThat(count(FIXED)).isEqualTo(6);

        move(As.marketer(), campaign, "REVIEW").statusCode(200);

        assertThat(tasks("PLANNED")).isEmpty();
        assertThat(tasks("EXPIRED")).hasSize(all).allSatisfy(task -> assertThat(task.get("reason"))
                .isEqualTo(WithdrawnWork.REASON));
        assertThat(count("SELECT COUNT(*) AS n FROM task_recipient WHERE shop_id = ?"))
                .as("nobody is kept from another campaign")
                .isZero();
        assertThat(count(FIXED)).as("nobody counts as in it or held out").isZero();

        move(As.marketer(), campaign, "PREPARING").statusCode(200);
        move(As.marketer(), campaign, "READY").statusCode(200);
        assertThat(tasks("PLANNED")).hasSize(all);
        assertThat(tasks("EXPIRED")).isEmpty();
        assertThat(count(RESERVED)).isEqualTo(recipients);
        assertThat(count(FIXED)).isEqualTo(6);
    }

    @Test
    void r8WhatWasDoneStaysWhenItGoesBackAndIsNotPlannedAgain() {
        String campaign = new TestCampaign(shop).ready();
        String done = tasks("PLANNED").get(0).get("id").toString();
        sql.update("UPDATE task SET status = 'DONE' WHERE shop_id = ? AND id = ?", shop.id(), done);

        move(As.marketer(), campaign, "REVIEW").statusCode(200);
        As.marketer().get("/tasks/{id}", done).then().body("status", equalTo("DONE"));
        move(As.marketer(), campaign, "PREPARING").statusCode(200);
        move(As.marketer(), campaign, "READY").statusCode(200);

        As.marketer().get("/tasks/{id}", done).then().body("status", equalTo("DONE"));
        assertThat(tasks("PLANNED")).hasSize(ALL - 1);
    }

    @Test
    void r8AnEditOfAReadyCampaignWithdrawsItsTasksAndTheNextReadyHasTheNewTime() {
        String campaign = new TestCampaign(shop).ready();
        Map<String, Object> post = As.marketer()
                .get("/campaigns/{id}/posts", campaign)
                .path("items.find { it.playbookKey == 'default/day1-offer' }");
        As.change(As.marketer(), "/posts/{id}", Map.of("at", "12:31"), post.get("id"));
        assertThat(tasks("PLANNED")).isEmpty();

        approve(As.marketer(), campaign);
        approve(As.staff1(), campaign);
        move(As.marketer(), campaign, "PREPARING").statusCode(200);
        TestCampaign.brief(campaign);
        move(As.marketer(), campaign, "READY").statusCode(200);

        Instant moved = TestCampaign.startOf(campaign).plus(Duration.ofMinutes(12 * 60 + 31));
        assertThat(tasks("PLANNED")).hasSize(ALL);
        assertThat(tasks("PLANNED").stream().filter(task -> post.get("id").equals(task.get("postId"))))
                .hasSize(2)
                .allSatisfy(task -> assertThat(Instant.parse(task.get("opensAt").toString()))
                        .isEqualTo(moved));
    }

    @Test
    void r8WhileItIsPausedNothingOpensAndNothingOpenIsClaimed() {
        String campaign = new TestCampaign(shop).ready();
        Instant dayOne = TestCampaign.startOf(campaign);
        ServiceClock.set(dayOne.plus(Duration.ofHours(8)).plus(Duration.ofMinutes(31)));
        List<Map<String, Object>> open = tasks("OPEN");
        assertThat(open).hasSize(2);
        String held = idOfAssigned(open, shop.staff2Id());
        OpenTasks.claim(As.staff2(), held);
        move(As.marketer(), campaign, "PAUSED").statusCode(200);

        String mine = idOfAssigned(open, shop.staff1Id());
        As.staff1().put("/tasks/{id}/claim", mine).then().statusCode(409).body("code", equalTo("CAMPAIGN_PAUSED"));
        claimNext().body("items", hasSize(0));
        OpenTasks.complete(As.staff2(), held, Map.of());
        ServiceClock.set(dayOne.plus(Duration.ofHours(14)));
        assertThat(tasks("OPEN")).hasSize(1);

        move(As.marketer(), campaign, "RUNNING").statusCode(200);
        ServiceClock.set(dayOne.plus(Duration.ofHours(14)).plusSeconds(5));
        assertThat(tasks("OPEN").size()).isGreaterThan(1);
        claimNext().body("items", hasSize(1));
    }

    @Test
    void r8TheValidityOfWhatAPauseHoldsBackGoesOn() {
        String campaign = new TestCampaign(shop).ready();
        Instant dayOne = TestCampaign.startOf(campaign);
        ServiceClock.set(dayOne.plus(Duration.ofHours(8)).plus(Duration.ofMinutes(31)));
        move(As.marketer(), campaign, "PAUSED").statusCode(200);
        ServiceClock.set(dayOne.plus(Duration.ofHours(22)).plus(Duration.ofMinutes(31)));

        assertThat(tasks("OPEN")).isEmpty();
        List<Map<String, Object>> expired = tasks("EXPIRED");
        assertThat(expired).isNotEmpty().allSatisfy(task -> {
            assertThat(task.get("reasonCode")).isEqualTo("VALIDITY");
            assertThat(((Map<?, ?>) task.get("campaign")).get("day")).isEqualTo(1);
        });
        assertThat(tasks("PLANNED")).hasSize(ALL - expired.size()).allSatisfy(task -> assertThat(
                        ((Map<?, ?>) task.get("campaign")).get("day"))
                .isNotEqualTo(1));

        move(As.marketer(), campaign, "RUNNING").statusCode(200);
        assertThat(tasks("EXPIRED")).hasSameSizeAs(expired);
    }

    @Test
    void r8PostsWhoseDayIsOverWhenALateCampaignIsReadyExpireWithThatReason() {
        String campaign = new TestCampaign(shop).preparing();
        Instant dayOne = TestCampaign.startOf(campaign);
        ServiceClock.set(dayOne.plus(Duration.ofHours(25)));
        As.staff1()
                .get("/campaigns/{id}", campaign)
                .then()
                .body("missedStart", equalTo(true))
                .body("status", equalTo("PREPARING"));

        move(As.admin(), campaign, Map.of("to", "READY", "override", true, "reason", "海报晚到，第二天起发"))
                .statusCode(200);

        List<Map<String, Object>> expired = tasks("EXPIRED");
        assertThat(expired).isNotEmpty().allSatisfy(task -> {
            assertThat(task.get("reason")).isEqualTo(PastPosts.REASON);
            assertThat(((Map<?, ?>) task.get("campaign")).get("day")).isEqualTo(1);
        });
        ServiceClock.set(dayOne.plus(Duration.ofHours(25)).plusSeconds(5));
        As.staff1().get("/campaigns/{id}", campaign).then().body("status", equalTo("RUNNING"));
        assertThat(tasks("PLANNED")).hasSize(ALL - expired.size());
        As.marketer()
                .get("/campaigns/{id}/transitions", campaign)
                .then()
                .body("items.find { it.to == 'READY' }.reason", equalTo("海报晚到，第二天起发"));
    }

    @Test
    void r7WhoHoldsATaskOfACancelledCampaignMayStillSayThatItIsDone() {
        String campaign = new TestCampaign(shop).ready();
        ServiceClock.set(
                TestCampaign.startOf(campaign).plus(Duration.ofHours(8)).plus(Duration.ofMinutes(31)));
        List<Map<String, Object>> open = tasks("OPEN");
        String posted = idOfAssigned(open, shop.staff1Id());
        String left = idOfAssigned(open, shop.staff2Id());
        OpenTasks.claim(As.staff1(), posted);
        OpenTasks.claim(As.staff2(), left);

        move(As.marketer(), campaign, Map.of("to", "CANCELLED", "reason", "缺货")).statusCode(200);

        OpenTasks.complete(As.staff1(), posted, Map.of("result", Map.of("likes", 3)));
        As.staff1().get("/tasks/{id}", posted).then().body("status", equalTo("DONE"));
        ServiceClock.set(TestCampaign.startOf(campaign).plus(Duration.ofHours(10)));
        As.staff2()
                .get("/tasks/{id}", left)
                .then()
                .body("status", equalTo("EXPIRED"))
                .body("reason", equalTo("活动已取消"));
    }

    private io.restassured.response.ValidatableResponse claimNext() {
        return json(As.staff1())
                .body(Map.of("shop", shop.id(), "limit", 1))
                .post("/task-claims")
                .then()
                .statusCode(200);
    }

    private static String idOfAssigned(List<Map<String, Object>> tasks, String staff) {
        return tasks.stream()
                .filter(task -> staff.equals(((Map<?, ?>) task.get("assignee")).get("id")))
                .findFirst()
                .orElseThrow()
                .get("id")
                .toString();
    }

    private void follow(int count) {
        LocalDate day = buyers.today().minusDays(1);
        for (int i = 0; i < count; i++) {
            long buyer = buyers.add(shop, "buyer-" + i, day);
            buyers.changed(shop);
            buyers.follow(i % 2 == 0 ? shop.account1() : shop.account2(), buyer);
        }
    }

    private List<Map<String, Object>> tasks(String status) {
        return As.marketer()
                .get("/tasks?shop={shop}&status={status}&limit=200", shop.id(), status)
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.subject == null }");
    }

    private long count(String query) {
        return sql.first(query, row -> row.longAt("n"), shop.id()).orElseThrow();
    }
}

package io.siyu.task.duty;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.siyu.campaign.preparation.PreparationItem;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.OpenTasks;
import io.siyu.support.TestCampaign;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import static io.siyu.support.As.json;
import static io.siyu.support.TestCampaign.approve;
import static io.siyu.support.TestCampaign.move;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

/** What people owe a campaign: once each, done by the thing itself, and gone when nobody asks for it any more. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class CampaignTasksResourceTest {
    private TestShop shop;

    @BeforeEach
    void foundShop() {
        shop = TestShop.create();
    }

    @Test
    void r13EachReviewerIsAskedOnceAndHisDecisionIsTheTask() {
        String campaign = new TestCampaign(shop).filled();
        assertThat(tasks("REVIEW", "OPEN")).isEmpty();
        move(As.marketer(), campaign, "REVIEW").statusCode(200);

        List<Map<String, Object>> asked = tasks("REVIEW", "OPEN");
        assertThat(asked)
                .extracting(task -> idIn(task, "assignee"))
                .contains(shop.marketerStaffId(), shop.staff1Id(), shop.staff2Id())
                .doesNotHaveDuplicates();
        assertThat(asked).allSatisfy(task -> {
            assertThat(idIn(task, "subject")).isEqualTo(campaign);
            assertThat(((Map<?, ?>) task.get("subject")).get("link")).isEqualTo("/campaigns/" + campaign);
            assertThat(task.get("title").toString()).contains("双11老客专场");
            assertThat(task.get("campaign")).as("no part of its posts").isNull();
            assertThat(instant(task, "validUntil")).isEqualTo(TestCampaign.endOf(campaign));
        });
        approve(As.marketer(), campaign);
        approve(As.staff1(), campaign);
        approve(As.staff1(), campaign);
        assertThat(tasks("REVIEW", "DONE"))
                .extracting(task -> idIn(task, "holder"))
                .containsExactlyInAnyOrder(shop.marketerStaffId(), shop.staff1Id());
        assertThat(tasks("REVIEW", "OPEN")).hasSize(asked.size() - 2);

        move(As.marketer(), campaign, "PREPARING").statusCode(200);
        assertThat(tasks("REVIEW", "OPEN")).isEmpty();
        assertThat(tasks("REVIEW", "EXPIRED"))
                .hasSize(asked.size() - 2)
                .allSatisfy(task -> assertThat(task.get("reasonCode")).isEqualTo("MOOT"));
    }

    @Test
    void r8ANewContentRevisionAsksEveryReviewerAnew() {
        String campaign = new TestCampaign(shop).filled();
        move(As.marketer(), campaign, "REVIEW").statusCode(200);
        int asked = tasks("REVIEW", "OPEN").size();
        approve(As.staff1(), campaign);

        As.change(As.marketer(), "/campaigns/{id}", Map.of("offer", "老客七五折"), campaign);

        assertThat(tasks("REVIEW", "OPEN")).hasSize(asked);
        assertThat(tasks("REVIEW", "DONE")).hasSize(1);
        assertThat(tasks("REVIEW", "EXPIRED")).hasSize(asked - 1);
    }

    @Test
    void r13AnItemIsItsOwnersTaskUntilItsDueDayAndDoneWithIt() {
        String campaign = new TestCampaign(shop).preparing();
        Instant start = TestCampaign.startOf(campaign);
        assertThat(tasks("PREPARE", "OPEN"))
                .hasSize(PreparationItem.values().length)
                .allSatisfy(task -> {
                    assertThat(idIn(task, "assignee")).isEqualTo(shop.marketerStaffId());
                    assertThat(instant(task, "dueAt")).isEqualTo(start.minus(Duration.ofDays(6)));
                });

        prepare(
                As.marketer(),
                campaign,
                Map.of(
                        "item",
                        "POSTER",
                        "ownerStaffId",
                        shop.staff1Id(),
                        "dueDay",
                        TestCampaign.startDay().minusDays(10).toString()));
        Map<String, Object> poster = mine(As.staff1(), "PREPARE").get(0);
        assertThat(poster.get("title").toString()).startsWith("准备海报");
        assertThat(instant(poster, "dueAt")).isEqualTo(start.minus(Duration.ofDays(9)));

        prepare(As.staff1(), campaign, Map.of("item", "POSTER", "state", "DONE"));
        status(poster, "DONE");
        assertThat(tasks("PREPARE", "DONE").get(0))
                .extracting(task -> idIn(task, "holder"))
                .isEqualTo(shop.staff1Id());
        prepare(As.marketer(), campaign, Map.of("item", "POSTER", "state", "OPEN"));
        status(poster, "OPEN");

        prepare(As.marketer(), campaign, Map.of("item", "GIFTS", "state", "NOT_NEEDED", "reason", "这次不送赠品"));
        assertThat(tasks("PREPARE", "EXPIRED")).hasSize(1).allSatisfy(task -> assertThat(task.get("reasonCode"))
                .isEqualTo("MOOT"));
        move(As.marketer(), campaign, Map.of("to", "CANCELLED", "reason", "不做了"))
                .statusCode(200);
        assertThat(tasks("PREPARE", "OPEN")).isEmpty();
        assertThat(tasks("PREPARE", "EXPIRED")).hasSize(PreparationItem.values().length);
    }

    @Test
    void r13EachParticipantOfARoundIsToAcknowledgeIt() {
        String campaign = new TestCampaign(shop).preparing();
        json(As.marketer())
                .body(Map.of("agenda", TestCampaign.agenda("按计划发")))
                .post("/campaigns/{id}/briefings", campaign)
                .then()
                .statusCode(201);
        assertThat(tasks("ACKNOWLEDGE", "OPEN"))
                .extracting(task -> idIn(task, "assignee"))
                .containsExactlyInAnyOrder(shop.staff1Id(), shop.staff2Id());

        TestCampaign.acknowledge(As.staff1(), campaign, 1);
        TestCampaign.acknowledge(As.staff1(), campaign, 1);
        assertThat(mine(As.staff1(), "ACKNOWLEDGE")).isEmpty();
        assertThat(mine(As.staff2(), "ACKNOWLEDGE")).hasSize(1);
        TestCampaign.acknowledge(As.staff2(), campaign, 1);
        assertThat(tasks("ACKNOWLEDGE", "DONE")).hasSize(2);
        TestCampaign.brief(campaign);
        assertThat(tasks("ACKNOWLEDGE", "DONE")).hasSize(4);
    }

    @Test
    void r14WhoIsGoneOwesNothingAndTheNewOwnerOfTheAccountDoes() {
        String campaign = new TestCampaign(shop).preparing();
        json(As.marketer())
                .body(Map.of("agenda", TestCampaign.agenda("按计划发")))
                .post("/campaigns/{id}/briefings", campaign)
                .then()
                .statusCode(201);
        As.change(As.admin(), "/accounts/{id}", Map.of("ownerStaffId", shop.staff1Id()), shop.account2());
        assertThat(mine(As.staff2(), "ACKNOWLEDGE")).isEmpty();
        assertThat(mine(As.staff1(), "ACKNOWLEDGE")).hasSize(1);
        assertThat(tasks("ACKNOWLEDGE", "EXPIRED")).hasSize(1).allSatisfy(task -> assertThat(task.get("reasonCode"))
                .isEqualTo("MOOT"));
    }

    @Test
    void r13WhatIsDoneElsewhereIsNotDoneBySayingSo() {
        String campaign = new TestCampaign(shop).filled();
        move(As.marketer(), campaign, "REVIEW").statusCode(200);
        String task = mine(As.staff1(), "REVIEW").get(0).get("id").toString();
        OpenTasks.claim(As.staff1(), task);

        json(As.staff1())
                .body(Map.of())
                .put("/tasks/{id}/completion", task)
                .then()
                .statusCode(409)
                .body("code", equalTo("STATE_CONFLICT"))
                .body("detail", containsString("/campaigns/" + campaign + "/reviews"));
        json(As.staff1())
                .body(Map.of("staffId", shop.staff2Id(), "reason", "换人"))
                .put("/tasks/{id}/handover", task)
                .then()
                .statusCode(409);
        approve(As.staff1(), campaign);
        status(Map.of("id", task), "DONE");
        As.staff1().put("/tasks/{id}/undoing", task).then().statusCode(409);
    }

    @Test
    void r13TheNextTaskOfAQueueIsNoneThatIsDoneElsewhere() {
        move(As.marketer(), new TestCampaign(shop).filled(), "REVIEW").statusCode(200);
        json(As.staff1())
                .body(Map.of("shop", shop.id(), "limit", 20))
                .post("/task-claims")
                .then()
                .body("items.findAll { it.kind == 'REVIEW' }", hasSize(0));
        assertThat(mine(As.staff1(), "REVIEW")).hasSize(1);
    }

    private List<Map<String, Object>> tasks(String kind, String status) {
        return As.marketer()
                .get("/tasks?shop={shop}&kind={kind}&status={status}&limit=200", shop.id(), kind, status)
                .path("items");
    }

    private List<Map<String, Object>> mine(RequestSpecification as, String kind) {
        return as.get("/tasks?shop={shop}&kind={kind}&mine=true", shop.id(), kind)
                .path("items");
    }

    private static void prepare(RequestSpecification as, String campaign, Map<String, Object> said) {
        json(as).body(said)
                .post("/campaigns/{id}/preparations", campaign)
                .then()
                .statusCode(200);
    }

    private static void status(Map<String, Object> task, String status) {
        As.marketer().get("/tasks/{id}", task.get("id")).then().body("status", equalTo(status));
    }

    private static Object idIn(Map<String, Object> task, String field) {
        return ((Map<?, ?>) task.get(field)).get("id");
    }

    private static Instant instant(Map<String, Object> task, String field) {
        return Instant.parse(task.get(field).toString());
    }
}

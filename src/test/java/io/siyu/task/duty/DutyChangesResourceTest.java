package io.siyu.task.duty;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.siyu.platform.sql.Sql;
import io.siyu.shop.ShopRepository;
import io.siyu.staff.WorkingTimes;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.ServiceClock;
import io.siyu.support.TestCampaign;
import io.siyu.support.TestShop;
import io.siyu.support.Waiting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static io.siyu.support.As.json;
import static io.siyu.support.TestCampaign.approve;
import static io.siyu.support.TestCampaign.move;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** What people owe a campaign changes its owner, is skipped, comes back, or is done by two at once. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class DutyChangesResourceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Inject
    ShopRepository shops;

    @Inject
    WorkingTimes times;

    @Inject
    Sql sql;

    private final ExecutorService other = Executors.newSingleThreadExecutor();
    private TestShop shop;

    @BeforeEach
    void foundShop() {
        shop = TestShop.create();
        As.token("marketer");
    }

    @AfterEach
    void endThreadAndFreeClock() {
        other.shutdownNow();
        ServiceClock.free();
    }

    @Test
    void r13AnItemThatWasSkippedIsTheTaskOfItsNewOwner() {
        String campaign = new TestCampaign(shop).preparing();
        poster(campaign, shop.staff1Id());
        String task = mine(As.staff1(), "PREPARE").get(0).get("id").toString();
        skip(As.staff1(), task).statusCode(200);
        poster(campaign, shop.staff1Id());
        assertThat(mine(As.staff1(), "PREPARE"))
                .as("who skipped it has said why")
                .isEmpty();

        poster(campaign, shop.staff2Id());

        assertThat(mine(As.staff2(), "PREPARE"))
                .extracting(one -> one.get("id"))
                .containsExactly(task);
    }

    @Test
    void r13WhatWasSkippedAndIsDoneAllTheSameIsNotMissed() {
        String campaign = inReview();
        String task = mine(As.staff1(), "REVIEW").get(0).get("id").toString();
        skip(As.staff1(), task).statusCode(200);
        approve(As.staff1(), campaign);
        status(task, "DONE");
        undo(As.staff1(), task).statusCode(409);
    }

    @Test
    void r13TheSkipOfWhatNobodyAsksForAnyMoreIsNotUndone() {
        String campaign = inReview();
        String task = mine(As.staff1(), "REVIEW").get(0).get("id").toString();
        skip(As.staff1(), task).statusCode(200);
        undo(As.staff1(), task).statusCode(200).body("status", equalTo("OPEN"));
        skip(As.staff1(), task).statusCode(200);

        move(As.marketer(), campaign, Map.of("to", "CANCELLED", "reason", "不做了"))
                .statusCode(200);

        undo(As.staff1(), task).statusCode(409);
        status(task, "SKIPPED");
        assertThat(tasks("REVIEW", "EXPIRED")).isNotEmpty().allSatisfy(one -> {
            assertThat(one.get("reasonCode")).isEqualTo("MOOT");
            assertThat(one.get("reason")).isEqualTo("活动已取消");
        });
    }

    @Test
    void r8BackInReviewWhoHadNotDecidedIsAskedAgainAndHasTimeForIt() {
        String campaign = new TestCampaign(shop).ready();
        List<Object> decided = ids(tasks("REVIEW", "DONE"));
        List<Object> moot = ids(tasks("REVIEW", "EXPIRED"));
        Instant later = Instant.now().plus(Duration.ofDays(9));
        ServiceClock.set(later);

        move(As.marketer(), campaign, "REVIEW").statusCode(200);

        assertThat(ids(tasks("REVIEW", "DONE"))).isEqualTo(decided);
        assertThat(ids(tasks("REVIEW", "OPEN"))).containsExactlyInAnyOrderElementsOf(moot);
        assertThat(tasks("REVIEW", "OPEN"))
                .allSatisfy(task -> assertThat(instant(task, "dueAt")).isAfter(later));
        assertThat(tasks("PREPARE", "OPEN")).isEmpty();
    }

    @Test
    void r14WhatNoDayIsSetForIsDueAfterADayOfWork() {
        inReview();
        Map<String, Object> task = mine(As.staff1(), "REVIEW").get(0);
        assertThat(instant(task, "dueAt"))
                .isEqualTo(times.of(shops.findById(Long.valueOf(shop.id())), Long.valueOf(shop.staff1Id()))
                        .after(instant(task, "opensAt"), Duration.ofHours(9)));
    }

    @Test
    void r13WhatSomebodyElseDoesAtTheSameTimeStaysDone() throws Exception {
        String campaign = new TestCampaign(shop).preparing();
        long poster = sql.first(
                        "SELECT id FROM campaign_preparation WHERE shop_id = ? AND campaign_id = ? AND item = 'POSTER'",
                        row -> row.longAt("id"),
                        shop.id(),
                        campaign)
                .orElseThrow();
        Future<Response> copy = QuarkusTransaction.requiringNew().call(() -> {
            sql.list("SELECT id FROM campaign WHERE shop_id = ? AND id = ? FOR UPDATE", row -> 1, shop.id(), campaign);
            Future<Response> result = other.submit(() -> json(As.marketer())
                    .body(Map.of("item", "COPY", "state", "DONE"))
                    .post("/campaigns/{id}/preparations", campaign));
            Waiting.until("the other one waits", PATIENCE, () -> result.isDone() || isSomebodyWaiting());
            sql.update(
                    "UPDATE campaign_preparation SET state = 'DONE', version = version + 1 WHERE shop_id = ? AND id = ?",
                    shop.id(),
                    poster);
            sql.update(
                    "UPDATE task SET status = 'DONE', closed_at = opens_at, wake_at = NULL, version = version + 1"
                            + " WHERE shop_id = ? AND subject_id = ? AND occurrence = 'POSTER'",
                    shop.id(),
                    campaign);
            return result;
        });
        copy.get().then().statusCode(200);
        assertThat(tasks("PREPARE", "DONE"))
                .extracting(task -> task.get("title").toString().substring(0, 4))
                .containsExactlyInAnyOrder("准备文案", "准备海报");
    }

    private boolean isSomebodyWaiting() {
        return !sql.list(
                        "SELECT trx_id FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'"
                                + " AND LOWER(trx_query) LIKE '%from campaign%'",
                        row -> 1)
                .isEmpty();
    }

    private String inReview() {
        String campaign = new TestCampaign(shop).filled();
        move(As.marketer(), campaign, "REVIEW").statusCode(200);
        return campaign;
    }

    private static void poster(String campaign, String owner) {
        json(As.marketer())
                .body(Map.of("item", "POSTER", "ownerStaffId", owner))
                .post("/campaigns/{id}/preparations", campaign)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse skip(RequestSpecification as, String task) {
        return json(as).body(Map.of("reason", "没空"))
                .put("/tasks/{id}/skip", task)
                .then();
    }

    private static ValidatableResponse undo(RequestSpecification as, String task) {
        return as.put("/tasks/{id}/undoing", task).then();
    }

    private static void status(String task, String status) {
        As.marketer().get("/tasks/{id}", task).then().body("status", equalTo(status));
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

    private static List<Object> ids(List<Map<String, Object>> tasks) {
        return tasks.stream().map(task -> task.get("id")).toList();
    }

    private static Instant instant(Map<String, Object> task, String field) {
        return Instant.parse(task.get(field).toString());
    }
}

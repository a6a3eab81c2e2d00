package io.siyu.staff.account;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.Buyers;
import io.siyu.support.Database;
import io.siyu.support.OpenTasks;
import io.siyu.support.ServiceClock;
import io.siyu.support.TestCampaign;
import io.siyu.support.TestShop;
import io.siyu.support.Waiting;
import io.siyu.task.TaskKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static io.siyu.support.As.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/** R14: whose the work of an account is when its owner changes or it retires. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class AccountPeopleResourceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    OpenTasks tasks;

    @Inject
    Buyers buyers;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    private TestShop shop;

    @BeforeEach
    void foundShop() {
        shop = TestShop.create();
    }

    @AfterEach
    void freeClock() {
        ServiceClock.free();
    }

    /** Case 2 of what was seen: the tasks stayed with the old owner, and neither could go on. */
    @Test
    void r14ANewOwnerAfterReadyHasAllThatIsUndoneOfTheAccount() {
        List<Long> friends = followers(4);
        new TestCampaign(shop).ready();
        assertThat(assignees(shop.account1())).containsOnly(Long.valueOf(shop.staff1Id()));
        As.staff2().get("/followers/{id}", friends.get(0)).then().statusCode(404);

        As.change(As.admin(), "/accounts/{id}", Map.of("ownerStaffId", shop.staff2Id()), shop.account1());
        assertThat(assignees(shop.account1())).containsOnly(Long.valueOf(shop.staff2Id()));
        As.staff2().get("/followers/{id}", friends.get(0)).then().statusCode(200);
        As.staff1().get("/followers/{id}", friends.get(0)).then().statusCode(404);
        As.staff2()
                .get("/tasks?shop={shop}&status=PLANNED&mine=true&limit=200", shop.id())
                .then()
                .body("items.size()", equalTo(26));
    }

    @Test
    void r14AClaimStaysWhoeversItIsUntilItsLeaseEndsOrItIsReported() {
        String reported = tasks.put(shop, TaskKind.MOMENT, shop.staff1Id());
        String lapsed = tasks.put(shop, TaskKind.MOMENT, shop.staff1Id());
        OpenTasks.claim(As.staff1(), reported);
        OpenTasks.claim(As.staff1(), lapsed);
        As.change(As.admin(), "/accounts/{id}", Map.of("ownerStaffId", shop.staff2Id()), shop.account1());
        task(reported).body("holder.id", equalTo(shop.staff1Id())).body("assignee.id", equalTo(shop.staff2Id()));
        As.staff2().put("/tasks/{id}/claim", reported).then().statusCode(409);
        OpenTasks.complete(As.staff1(), reported, Map.of());
        task(reported).body("status", equalTo("DONE"));

        ServiceClock.set(clock.instant().plus(Duration.ofMinutes(31)));
        Waiting.until("the lease lapses", PATIENCE, () -> "OPEN"
                .equals(As.marketer().get("/tasks/{id}", lapsed).path("status")));
        OpenTasks.claim(As.staff2(), lapsed);
    }

    @Test
    void r14WhatIsHandedOverByHandStaysThere() {
        String task = tasks.put(shop, TaskKind.MOMENT, shop.staff1Id());
        json(As.marketer())
                .body(Map.of("staffId", shop.adminStaffId(), "reason", "x"))
                .put("/tasks/{id}/handover", task)
                .then()
                .statusCode(200);
        As.change(As.admin(), "/accounts/{id}", Map.of("ownerStaffId", shop.staff2Id()), shop.account1());
        task(task).body("assignee.id", equalTo(shop.adminStaffId()));
    }

    @Test
    void r14WorkOfAnOwnerWhoIsOnlyInvitedLiesInThePoolUntilThatPersonComes() {
        TestShop fresh = TestShop.invited();
        for (int i = 0; i < 4; i++) {
            buyers.add(fresh, "b" + i, buyers.today());
        }
        buyers.changed(fresh);
        io.siyu.support.Distributions.run(fresh.id(), "{}");
        assertThat(assignees(fresh, fresh.account1())).hasSize(2).containsOnlyNulls();
        As.staff1().get("/shops/{shop}", fresh.id()).then().statusCode(200);
        assertThat(assignees(fresh, fresh.account1())).hasSize(2).containsOnly(Long.valueOf(fresh.staff1Id()));
        assertThat(assignees(fresh, fresh.account2())).hasSize(2).containsOnlyNulls();
    }

    @Test
    void r14TheBackupHasTheWorkOfAnOwnerWhoWasPutOutAndTheOwnerAgainWhenTakenBack() {
        String task = tasks.put(shop, TaskKind.MOMENT, shop.staff1Id());
        As.change(As.admin(), "/accounts/{id}", Map.of("backupStaffId", shop.staff2Id()), shop.account1());
        As.change(As.admin(), "/staff/{id}", Map.of("active", false), shop.staff1Id());
        task(task).body("assignee.id", equalTo(shop.staff2Id()));
        As.change(As.admin(), "/staff/{id}", Map.of("active", true), shop.staff1Id());
        task(task).body("assignee.id", equalTo(shop.staff1Id()));
        As.change(As.admin(), "/accounts/{id}", Map.of("backupStaffId", shop.staff1Id()), shop.account1());
        As.admin().get("/accounts/{id}", shop.account1()).then().body("backupStaffId", nullValue());
    }

    /** Case 21 of what was seen. */
    @Test
    void r14AnIntegrationOwnsNothing() {
        String integration =
                As.admin().get("/shops/{shop}/staff", shop.id()).path("items.find { it.username == 'integration' }.id");
        for (String field : List.of("ownerStaffId", "backupStaffId")) {
            json(As.admin())
                    .header("If-Match", "*")
                    .body(Map.of(field, integration))
                    .patch("/accounts/{id}", shop.account1())
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo(field))
                    .body("violations[0].code", equalTo("UnknownStaff"));
        }
        json(As.admin())
                .body(Map.of("name", "新号", "kind", "WECOM", "ownerStaffId", integration))
                .post("/shops/{shop}/accounts", shop.id())
                .then()
                .statusCode(400);
        String task = tasks.put(shop, TaskKind.MOMENT, shop.staff1Id());
        json(As.marketer())
                .body(Map.of("staffId", integration, "reason", "x"))
                .put("/tasks/{id}/handover", task)
                .then()
                .statusCode(400);
        As.integration().put("/tasks/{id}/claim", task).then().statusCode(403);
        json(As.integration())
                .body(Map.of("shop", shop.id()))
                .post("/task-claims")
                .then()
                .statusCode(403);
    }

    /** Case 13 of what was seen: the retired account's tasks stayed open. */
    @Test
    void r14WhatIsUndoneOnARetiredAccountIsItsSuccessorsWithFollowersAndLists() {
        List<Long> friends = followers(4);
        new TestCampaign(shop).ready();
        long pending = pending();
        assertThat(pending).isPositive();
        retire(Map.of("successorAccountId", shop.account2(), "reason", "封号"))
                .statusCode(200)
                .body("active", equalTo(false))
                .body("successorAccountId", equalTo(shop.account2()));
        retire(Map.of("successorAccountId", shop.account2(), "reason", "封号")).statusCode(200);
        retire(Map.of("reason", "封号")).statusCode(409);

        assertThat(assignees(shop.account1())).isEmpty();
        assertThat(pending()).isEqualTo(pending);
        assertThat(count("SELECT COUNT(*) AS n FROM task_recipient r JOIN task t ON t.shop_id = r.shop_id"
                        + " AND t.id = r.task_id WHERE r.shop_id = ? AND r.state = 'PENDING' AND t.account_id = "
                        + shop.account2()))
                .isEqualTo(pending);
        friends.forEach(
                friend -> As.staff2().get("/followers/{id}", friend).then().statusCode(200));
        assertThat(count("SELECT SUM(followers) AS n FROM follower_count WHERE shop_id = ? AND status = 'ADDED'"
                        + " AND account_id = " + shop.account2()))
                .isEqualTo(count("SELECT COUNT(*) AS n FROM follower WHERE shop_id = ? AND status = 'ADDED'"));
        As.marketer()
                .get("/tasks?shop={shop}&status=EXPIRED&limit=200", shop.id())
                .then()
                .body("items.find { it.subject == null }.reason", startsWith("承接号已停用"));
    }

    @Test
    void r14WithoutASuccessorItExpiresWithItsReasonAndAClaimMayBeFinished() {
        String open = tasks.put(shop, TaskKind.MOMENT, shop.staff1Id());
        String held = tasks.put(shop, TaskKind.MOMENT, shop.staff1Id());
        String lapsing = tasks.put(shop, TaskKind.MOMENT, shop.staff1Id());
        OpenTasks.claim(As.staff1(), held);
        OpenTasks.claim(As.staff1(), lapsing);
        retire(Map.of("reason", "封号")).statusCode(200);
        task(open).body("status", equalTo("EXPIRED")).body("reason", equalTo("承接号已停用：封号"));
        OpenTasks.complete(As.staff1(), held, Map.of());
        ServiceClock.set(clock.instant().plus(Duration.ofMinutes(31)));
        Waiting.until("the lease lapses", PATIENCE, () -> "EXPIRED"
                .equals(As.marketer().get("/tasks/{id}", lapsing).path("status")));
    }

    @Test
    void r14ASuccessorThatCannotHoldThemAllIsRefused() {
        followers(4);
        As.change(As.admin(), "/accounts/{id}", Map.of("capacity", 3), shop.account2());
        retire(Map.of("successorAccountId", shop.account2(), "reason", "封号"))
                .statusCode(409)
                .body("violations[0].code", equalTo("AccountFull"));
        retire(Map.of("successorAccountId", shop.account1(), "reason", "封号"))
                .statusCode(400)
                .body("violations[0].code", equalTo("UnknownAccount"));
        As.admin().get("/accounts/{id}", shop.account1()).then().body("active", equalTo(true));
    }

    /** Case 13 of what was seen: a new account got no tasks. */
    @Test
    void r14AnAccountOpenedAfterReadyHasAPartInWhatIsStillToGoOut() {
        new TestCampaign(shop).ready();
        String account = As.make(
                As.admin(),
                "/shops/{shop}/accounts",
                Map.of("name", "新号", "kind", "WECOM", "ownerStaffId", shop.staff2Id()),
                shop.id());
        assertThat(assignees(account)).hasSize(12).containsOnly(Long.valueOf(shop.staff2Id()));
    }

    private List<Long> followers(int count) {
        List<Long> added = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            added.add(buyers.add(shop, "buyer-" + i, buyers.today().minusDays(1)));
        }
        buyers.changed(shop);
        for (int i = 0; i < count; i++) {
            buyers.follow(i % 2 == 0 ? shop.account1() : shop.account2(), added.get(i));
        }
        sql.update("DELETE FROM follower_count WHERE shop_id = ?", Long.valueOf(shop.id()));
        sql.update(
                "INSERT INTO follower_count (shop_id, account_id, tier, status, followers) SELECT shop_id,"
                        + " COALESCE(account_id, 0), tier, status, COUNT(*) FROM follower WHERE shop_id = ?"
                        + " GROUP BY shop_id, account_id, tier, status",
                Long.valueOf(shop.id()));
        return added;
    }

    private long pending() {
        return count("SELECT COUNT(*) AS n FROM task_recipient WHERE shop_id = ? AND state = 'PENDING'");
    }

    private long count(String query) {
        return sql.first(query, row -> row.longAt("n"), Long.valueOf(shop.id())).orElseThrow();
    }

    /** Of what is undone. */
    private List<Long> assignees(String account) {
        return assignees(shop, account);
    }

    private List<Long> assignees(TestShop of, String account) {
        return sql.list(
                "SELECT assignee_staff_id FROM task WHERE shop_id = ? AND account_id = ?"
                        + " AND status IN ('PLANNED', 'OPEN', 'CLAIMED')",
                row -> row.nullableLongAt("assignee_staff_id"),
                Long.valueOf(of.id()),
                Long.valueOf(account));
    }

    private ValidatableResponse retire(Map<String, Object> body) {
        return json(As.admin())
                .body(body)
                .put("/accounts/{id}/retirement", shop.account1())
                .then();
    }

    private static ValidatableResponse task(String id) {
        return As.marketer().get("/tasks/{id}", id).then().statusCode(200);
    }
}

package io.siyu.staff.absence;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.Buyers;
import io.siyu.support.Database;
import io.siyu.support.OpenTasks;
import io.siyu.support.ServiceClock;
import io.siyu.support.TestShop;
import io.siyu.support.Waiting;
import io.siyu.task.TaskKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import static io.siyu.support.As.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** R14: somebody is away, and somebody else has the work meanwhile. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class AbsenceResourceTest {
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
    private Instant now;

    @BeforeEach
    void foundShop() {
        shop = TestShop.create();
        now = clock.instant();
    }

    @AfterEach
    void freeClock() {
        ServiceClock.free();
    }

    @Test
    void r14AwayIsDerivedByTheClockAndShown() {
        put(shop.staff1Id(), now.plus(Duration.ofHours(1)), now.plus(Duration.ofDays(2)), shop.staff2Id())
                .statusCode(200)
                .body("status", equalTo("ACTIVE"))
                .body("absence.backupStaffId", equalTo(shop.staff2Id()));
        withStatus("AWAY").body("items", org.hamcrest.Matchers.empty());
        ServiceClock.set(now.plus(Duration.ofHours(2)));
        withStatus("AWAY").body("items.id", contains(shop.staff1Id())).body("items[0].status", equalTo("AWAY"));
        withStatus("ACTIVE").body("items.id", not(hasItem(shop.staff1Id())));
        ServiceClock.set(now.plus(Duration.ofDays(3)));
        withStatus("ACTIVE").body("items.id", hasItem(shop.staff1Id()));
    }

    @Test
    void r14TheBackupWorksHereIsNotAwayAndStandsInNoCircle() {
        Instant until = now.plus(Duration.ofDays(2));
        String integration =
                As.admin().get("/shops/{shop}/staff", shop.id()).path("items.find { it.username == 'integration' }.id");
        for (String nobody : new String[] {shop.staff1Id(), integration, shop.id()}) {
            put(shop.staff1Id(), now, until, nobody)
                    .statusCode(400)
                    .body("violations[0].code", equalTo("UnknownStaff"));
        }
        put(shop.staff1Id(), now, until, shop.staff2Id()).statusCode(200);
        put(shop.staff2Id(), now.plus(Duration.ofDays(1)), until, shop.staff1Id())
                .statusCode(409)
                .body("violations[0].code", equalTo("BackupAway"));
        put(shop.staff2Id(), until, until.plus(Duration.ofDays(1)), shop.staff1Id())
                .statusCode(200);
        put(shop.staff1Id(), until, now, null).statusCode(400);
        put(shop.staff1Id(), now.minusSeconds(9), now.minusSeconds(1), null)
                .statusCode(400)
                .body("violations[0].code", equalTo("Past"));
    }

    @Test
    void r14WhatOpensMeanwhileIsTheBackupsWithTheReasonInItsHistoryAndGoesBackAtTheReturn() {
        put(shop.staff1Id(), now.minusSeconds(60), now.plus(Duration.ofDays(1)), shop.staff2Id())
                .statusCode(200);
        String here = tasks.put(shop, TaskKind.MOMENT, shop.staff1Id());
        String later = tasks.plan(shop, TaskKind.MOMENT, shop.staff1Id(), now.plus(Duration.ofHours(1)));
        String held = tasks.plan(shop, TaskKind.GROUP, shop.staff1Id(), now.plus(Duration.ofHours(1)));
        String snoozed = tasks.plan(shop, TaskKind.GROUP, shop.staff1Id(), now.plus(Duration.ofDays(3)));
        ServiceClock.set(now.plus(Duration.ofHours(2)));
        Waiting.until("they open", PATIENCE, () -> isOpen(later) && isOpen(held));

        task(here).body("assignee.id", equalTo(shop.staff1Id()));
        task(later).body("assignee.id", equalTo(shop.staff2Id()));
        task(snoozed).body("assignee.id", equalTo(shop.staff1Id()));
        assertThat(detail(later)).startsWith("负责人不在，由替班处理");
        OpenTasks.claim(As.staff2(), held);

        ServiceClock.set(now.plus(Duration.ofDays(1)).plusSeconds(1));
        Waiting.until("the owner is back", PATIENCE, () -> assignee(later).equals(shop.staff1Id()));
        As.admin().get("/staff/{id}", shop.staff1Id()).then().body("absence", nullValue());
    }

    @Test
    void r14WhatTheBackupHoldsAtTheReturnStaysThere() {
        put(shop.staff1Id(), now.minusSeconds(60), now.plus(Duration.ofDays(1)), shop.staff2Id())
                .statusCode(200);
        String free = tasks.plan(shop, TaskKind.MOMENT, shop.staff1Id(), now.plusSeconds(60));
        String held = tasks.plan(shop, TaskKind.GROUP, shop.staff1Id(), now.plusSeconds(60));
        ServiceClock.set(now.plusSeconds(120));
        Waiting.until("they open", PATIENCE, () -> isOpen(free) && isOpen(held));
        OpenTasks.claim(As.staff2(), held);
        json(As.admin()).delete("/staff/{id}/absence", shop.staff1Id()).then().statusCode(200);
        task(free).body("assignee.id", equalTo(shop.staff1Id()));
        task(held).body("holder.id", equalTo(shop.staff2Id())).body("assignee.id", equalTo(shop.staff2Id()));
        OpenTasks.complete(As.staff2(), held, Map.of());
    }

    @Test
    void r14WithoutABackupThePoolHasIt() {
        put(shop.staff1Id(), now.minusSeconds(60), now.plus(Duration.ofDays(1)), null)
                .statusCode(200);
        String task = tasks.plan(shop, TaskKind.MOMENT, shop.staff1Id(), now.plusSeconds(60));
        ServiceClock.set(now.plusSeconds(120));
        Waiting.until("it opens", PATIENCE, () -> isOpen(task));
        task(task).body("assignee", nullValue());
        assertThat(detail(task)).startsWith("负责人不在，转入店铺公共任务");
    }

    @Test
    void r14TheBackupSeesTheFollowersMeanwhileAndNobodyGivesWorkToWhoIsAway() {
        long follower = buyers.add(shop, "b", buyers.today());
        buyers.changed(shop);
        buyers.follow(shop.account1(), follower);
        As.staff2().get("/followers/{id}", follower).then().statusCode(404);
        As.staff2().get("/buyers/{id}", follower).then().statusCode(404);
        put(shop.staff1Id(), now.minusSeconds(60), now.plus(Duration.ofDays(1)), shop.staff2Id())
                .statusCode(200);
        As.staff2().get("/followers/{id}", follower).then().statusCode(200);
        As.staff2().get("/buyers/{id}", follower).then().statusCode(200);
        String other = tasks.put(shop, TaskKind.MOMENT, shop.staff2Id());
        json(As.marketer())
                .body(Map.of("staffId", shop.staff1Id(), "reason", "x"))
                .put("/tasks/{id}/handover", other)
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("Away"));
    }

    private ValidatableResponse put(String who, Instant from, Instant until, String backup) {
        Map<String, Object> body = new HashMap<>(Map.of("from", from.toString(), "until", until.toString()));
        body.put("backupStaffId", backup);
        return json(As.admin()).body(body).put("/staff/{id}/absence", who).then();
    }

    private ValidatableResponse withStatus(String status) {
        return As.admin()
                .get("/shops/{shop}/staff?status={status}", shop.id(), status)
                .then()
                .statusCode(200);
    }

    private static boolean isOpen(String task) {
        return "OPEN".equals(As.marketer().get("/tasks/{id}", task).path("status"));
    }

    private static String assignee(String task) {
        return String.valueOf(As.marketer().get("/tasks/{id}", task).<Object>path("assignee.id"));
    }

    private static ValidatableResponse task(String id) {
        return As.marketer().get("/tasks/{id}", id).then().statusCode(200);
    }

    private String detail(String task) {
        return sql.list(
                        "SELECT detail FROM task_event WHERE shop_id = ? AND task_id = ? AND type = 'OPENED'",
                        row -> row.textAt("detail"),
                        Long.valueOf(shop.id()),
                        Long.valueOf(task))
                .get(0);
    }
}

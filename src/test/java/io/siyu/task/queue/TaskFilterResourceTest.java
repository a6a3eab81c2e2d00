package io.siyu.task.queue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.OpenTasks;
import io.siyu.support.ServiceClock;
import io.siyu.support.TestShop;
import io.siyu.task.TaskKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static io.siyu.support.As.json;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

/** R13: tasks are found by campaign, account, person, day and kind, and changed many at a time. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class TaskFilterResourceTest {
    private static final Instant TEN = Instant.parse("2027-03-01T02:00:00Z");

    @Inject
    OpenTasks tasks;

    private TestShop shop;

    @BeforeEach
    void foundShop() {
        shop = TestShop.create();
        ServiceClock.set(TEN);
    }

    @AfterEach
    void freeClock() {
        ServiceClock.free();
    }

    @Test
    void r13TasksAreFoundByPersonAccountDayAndKindWithTheirTotal() {
        String moment = tasks.put(shop, TaskKind.MOMENT, shop.staff1Id(), TEN);
        String group = tasks.put(shop, TaskKind.GROUP, shop.staff2Id(), TEN);
        String later = tasks.put(shop, TaskKind.GROUP, shop.staff1Id(), TEN.plus(Duration.ofDays(1)));
        String pool = tasks.put(shop, TaskKind.GROUP, null, TEN);

        list(As.marketer(), "").body("total", equalTo(4)).body("totalIsMore", equalTo(false));
        list(As.marketer(), "&limit=1").body("items", hasSize(1)).body("total", equalTo(4));
        list(As.marketer(), "&staff=" + shop.staff1Id()).body("items.id", contains(moment, later));
        list(As.marketer(), "&kind=GROUP").body("items.id", containsInAnyOrder(group, pool, later));
        list(As.marketer(), "&day=2027-03-01").body("items.id", containsInAnyOrder(moment, group, pool));
        list(As.marketer(), "&day=2027-03-01&kind=GROUP&staff=" + shop.staff2Id())
                .body("items.id", contains(group))
                .body("total", equalTo(1));
        list(As.marketer(), "&account=" + shop.account1()).body("total", equalTo(4));
        list(As.marketer(), "&account=" + shop.account2()).body("total", equalTo(0));
        list(As.marketer(), "&campaign=4711").body("items", empty());
        list(As.staff1(), "").body("items.id", containsInAnyOrder(moment, later, pool));
        list(As.staff1(), "&staff=" + shop.staff2Id()).body("items", empty());
        list(As.staff1(), "&staff=" + shop.staff1Id() + "&mine=true").body("items.id", contains(moment, later));
        As.marketer()
                .get("/tasks?shop={shop}&campain=1", shop.id())
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("UnknownParameter"));
    }

    @Test
    void r13OneActionOnManyTasksTellsOfEachWhatBecameOfIt() {
        String mine = tasks.put(shop, TaskKind.MOMENT, shop.staff1Id(), TEN);
        String held = tasks.put(shop, TaskKind.GROUP, shop.staff1Id(), TEN);
        OpenTasks.claim(As.staff1(), held);
        String elsewhere = tasks.put(TestShop.create(), TaskKind.MOMENT, null, TEN);

        act(As.marketer(), Map.of("ids", List.of(mine, held, elsewhere), "action", "SKIP", "reason", "停发"))
                .statusCode(200)
                .body("done", contains(mine))
                .body("refused.task", contains(held, elsewhere))
                .body("refused.code", contains("TASK_TAKEN", "NOT_FOUND"))
                .body("more", equalTo(false));
        As.marketer().get("/tasks/{id}", mine).then().body("status", equalTo("SKIPPED"));
    }

    @Test
    void r13ManyTasksAreHandedOverOrPutOffByAFilterOnceHoweverOftenItIsSent() {
        for (int i = 0; i < 3; i++) {
            tasks.put(shop, TaskKind.MOMENT, shop.staff1Id(), TEN);
        }
        Map<String, Object> wanted = new HashMap<>();
        wanted.put("filter", Map.of("staff", shop.staff1Id(), "kind", "MOMENT"));
        wanted.put("action", "HANDOVER");
        wanted.put("staffId", shop.staff2Id());
        wanted.put("reason", "请假");
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            json(As.marketer())
                    .header("Idempotency-Key", key)
                    .body(wanted)
                    .post("/shops/{shop}/task-bulk-actions", shop.id())
                    .then()
                    .statusCode(200)
                    .body("done", hasSize(3))
                    .body("refused", empty());
        }
        list(As.marketer(), "&staff=" + shop.staff2Id()).body("total", equalTo(3));

        act(
                        As.admin(),
                        Map.of(
                                "filter",
                                Map.of("staff", shop.staff2Id()),
                                "action",
                                "SNOOZE",
                                "reason",
                                "开会",
                                "until",
                                TEN.plus(Duration.ofHours(1)).toString()))
                .statusCode(200)
                .body("done", hasSize(3));
        list(As.marketer(), "&staff=" + shop.staff2Id()).body("total", equalTo(0));
    }

    @Test
    void r13WhatAnActionNeedsAndWhoMayIsChecked() {
        String task = tasks.put(shop, TaskKind.MOMENT, null, TEN);
        Map<String, Object> skip = Map.of("ids", List.of(task), "action", "SKIP", "reason", "停发");
        act(As.staff1(), skip).statusCode(403);
        act(As.nobody(), skip).statusCode(401);
        json(As.marketer())
                .body(skip)
                .post("/shops/{shop}/task-bulk-actions", "4711")
                .then()
                .statusCode(404);
        act(As.marketer(), Map.of("action", "SKIP", "reason", "停发")).statusCode(400);
        act(As.marketer(), Map.of("ids", List.of(task), "action", "SKIP")).statusCode(400);
        act(As.marketer(), Map.of("ids", List.of(task), "action", "SNOOZE", "reason", "晚点"))
                .statusCode(400)
                .body("violations[0].field", equalTo("until"));
    }

    private ValidatableResponse list(RequestSpecification as, String filter) {
        return as.get("/tasks?shop=" + shop.id() + filter).then().statusCode(200);
    }

    private ValidatableResponse act(RequestSpecification as, Map<String, Object> body) {
        return json(as).body(body)
                .post("/shops/{shop}/task-bulk-actions", shop.id())
                .then();
    }
}

package io.siyu.task.plan;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.OpenTasks;
import io.siyu.support.ServiceClock;
import io.siyu.support.TestCampaign;
import io.siyu.support.TestShop;
import io.siyu.task.TaskKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import static io.siyu.support.As.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

/** R13: every task has its time; after it, it expires with a reason and stands in the ledger of missed work. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class TaskValidityResourceTest {
    /** The default playbook's posts, on two accounts. */
    private static final int ALL = 25;

    @Inject
    OpenTasks made;

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

    /** Case 15 of what was seen: day one's "begins today" on day three. */
    @Test
    void r13APostIsValidUntilQuietHoursOfItsDayAndWhoHoldsItThenMayStillReport() {
        String campaign = new TestCampaign(shop).ready();
        Instant dayOne = TestCampaign.startOf(campaign);
        Instant quiet = dayOne.plus(Duration.ofHours(22)).plus(Duration.ofMinutes(30));
        assertThat(tasks("PLANNED").stream().filter(task -> dayOf(task) == 1))
                .allSatisfy(task -> assertThat(task.get("validUntil")).isEqualTo(quiet.toString()));

        ServiceClock.set(dayOne.plus(Duration.ofHours(8)).plus(Duration.ofMinutes(31)));
        List<Map<String, Object>> open = tasks("OPEN");
        String held = idOfAssigned(open, shop.staff2Id());
        String left = idOfAssigned(open, shop.staff1Id());
        ServiceClock.set(quiet.minus(Duration.ofMinutes(10)));
        OpenTasks.claim(As.staff2(), held);
        ServiceClock.set(quiet.plus(Duration.ofMinutes(1)));

        As.staff1()
                .get("/tasks/{id}", left)
                .then()
                .body("status", equalTo("EXPIRED"))
                .body("reasonCode", equalTo("VALIDITY"))
                .body("reason", equalTo(TaskEnds.VALIDITY));
        As.staff1().put("/tasks/{id}/claim", left).then().statusCode(409);
        As.staff2().get("/tasks/{id}", held).then().body("status", equalTo("CLAIMED"));
        OpenTasks.complete(As.staff2(), held, Map.of());
        As.marketer()
                .get(
                        "/shops/{shop}/missed-work?from={from}&to={to}&limit=200",
                        shop.id(),
                        TestCampaign.startDay().toString(),
                        TestCampaign.startDay().toString())
                .then()
                .body("items.taskId", hasItem(left))
                .body("items.find { it.taskId == '" + left + "' }.reasonCode", equalTo("VALIDITY"))
                .body("items.find { it.taskId == '" + held + "' }", nullValue())
                .body("totals.tasks", greaterThan(1));
    }

    @Test
    void r13WhatSomebodyHoldsWhenItsValidityEndsExpiresWithTheLease() {
        Instant opens = Instant.parse("2027-03-01T02:00:00Z");
        Instant end = opens.plus(Duration.ofHours(2));
        String task = made.plan(shop, TaskKind.GROUP, shop.staff1Id(), opens, end);
        ServiceClock.set(end.minus(Duration.ofMinutes(5)));
        OpenTasks.claim(As.staff1(), task);
        ServiceClock.set(end.plus(Duration.ofMinutes(20)));
        As.staff1().get("/tasks/{id}", task).then().body("status", equalTo("CLAIMED"));
        ServiceClock.set(end.plus(Duration.ofMinutes(26)));
        As.staff1()
                .get("/tasks/{id}", task)
                .then()
                .body("status", equalTo("EXPIRED"))
                .body("reasonCode", equalTo("VALIDITY"));

        json(As.staff1())
                .body(Map.of("at", end.plus(Duration.ofMinutes(10)).toString()))
                .put("/tasks/{id}/completion", task)
                .then()
                .statusCode(200)
                .body("completion.late", equalTo(true))
                .body("reasonCode", nullValue());
    }

    @Test
    void r13AfterADowntimeOverSeveralTimesEachIsOpenedOnceAndLateOrExpiredWithItsReason() {
        String campaign = new TestCampaign(shop).ready();
        Instant dayOne = TestCampaign.startOf(campaign);
        Instant noonOfDayTwo = dayOne.plus(Duration.ofHours(36)).plus(Duration.ofMinutes(10));
        ServiceClock.set(noonOfDayTwo);
        ServiceClock.set(noonOfDayTwo.plusSeconds(5));

        assertThat(tasks("EXPIRED")).isNotEmpty().allSatisfy(task -> {
            assertThat(dayOf(task)).isEqualTo(1);
            assertThat(task.get("reasonCode")).isEqualTo("VALIDITY");
        });
        assertThat(tasks("OPEN")).isNotEmpty().allSatisfy(task -> {
            assertThat(dayOf(task)).isEqualTo(2);
            assertThat(task.get("openedLate")).isEqualTo(true);
        });
        assertThat(tasks("PLANNED"))
                .as("nothing is past its time without saying what it waits for")
                .allSatisfy(task -> assertThat(
                                Instant.parse(task.get("opensAt").toString()).isAfter(noonOfDayTwo)
                                        || task.get("waiting") != null)
                        .isTrue());
        assertThat(tasks("EXPIRED").size()
                        + tasks("OPEN").size()
                        + tasks("PLANNED").size())
                .isEqualTo(ALL);
        assertThat(sql.list(
                        "SELECT e.task_id FROM task_event e JOIN task t ON t.shop_id = e.shop_id AND t.id = e.task_id"
                                + " AND t.post_id IS NOT NULL WHERE e.shop_id = ? AND e.type IN ('OPENED', 'EXPIRED')"
                                + " GROUP BY e.task_id HAVING COUNT(*) > 1",
                        row -> row.longAt("task_id"),
                        shop.id()))
                .isEmpty();
        assertThat(sql.list(
                        "SELECT e.detail FROM task_event e JOIN task t ON t.shop_id = e.shop_id AND t.id = e.task_id"
                                + " AND t.post_id IS NOT NULL WHERE e.shop_id = ? AND e.type = 'OPENED'",
                        row -> String.valueOf(row.textAt("detail")),
                        shop.id()))
                .isNotEmpty()
                .allMatch(detail -> detail.contains("晚了"));
    }

    private static int dayOf(Map<String, Object> task) {
        return (int) ((Map<?, ?>) task.get("campaign")).get("day");
    }

    private static String idOfAssigned(List<Map<String, Object>> tasks, String staff) {
        return tasks.stream()
                .filter(task -> staff.equals(((Map<?, ?>) task.get("assignee")).get("id")))
                .findFirst()
                .orElseThrow()
                .get("id")
                .toString();
    }

    private List<Map<String, Object>> tasks(String status) {
        return As.marketer()
                .get("/tasks?shop={shop}&status={status}&limit=200", shop.id(), status)
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.subject == null }");
    }
}

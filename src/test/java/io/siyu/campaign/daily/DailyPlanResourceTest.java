package io.siyu.campaign.daily;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.ServiceClock;
import io.siyu.support.TestShop;
import io.siyu.support.Waiting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import static io.siyu.support.As.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(Database.class)
class DailyPlanResourceTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Inject
    Sql sql;

    private TestShop shop;
    private LocalDate today;
    private List<String> scripts;

    @BeforeEach
    void open() {
        shop = TestShop.create();
        today = LocalDate.now(ZONE);
        scripts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            scripts.add(script("PERSONA", i));
        }
    }

    @AfterEach
    void freeTheClock() {
        ServiceClock.free();
    }

    private String script(String line, int no) {
        return As.make(
                As.marketer(),
                "/shops/{shop}/scripts",
                Map.of("title", line + no, "copy", "早上好" + no, "kind", "MOMENT", "line", line),
                shop.id());
    }

    /** Of two moments a day from tomorrow on. */
    private String plan(Map<String, Object> otherwise) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "name",
                "每日两条",
                "hours",
                List.of(Map.of("at", "09:00"), Map.of("at", "20:00")),
                "scripts",
                scripts,
                "windowDays",
                1,
                "from",
                today.plusDays(1).toString()));
        body.putAll(otherwise);
        return As.make(As.marketer(), "/shops/{shop}/daily-plans", body, shop.id());
    }

    private static JsonPath occurrences(String plan) {
        return As.seen(As.marketer(), "/daily-plans/{id}/occurrences?limit=200", plan);
    }

    private static List<Map<String, String>> rows(String plan) {
        return occurrences(plan).getList("items");
    }

    private void awaitThrough(String plan, LocalDate day) {
        Waiting.until("planned through " + day, PATIENCE, () -> !LocalDate.parse(
                        As.marketer().get("/daily-plans/{id}", plan).path("plannedThrough"))
                .isBefore(day));
    }

    private String planned(Map<String, Object> otherwise) {
        String plan = plan(otherwise);
        awaitThrough(plan, today.plusDays(14));
        return plan;
    }

    private static void at(LocalDate day, String time) {
        ServiceClock.set(instant(day, time));
    }

    private static Instant instant(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }

    @Test
    void r12OccurrencesAreMadeAheadAsPostsOfTheSameCalendarWithTasks() {
        String plan = planned(Map.of());
        List<Map<String, String>> rows = rows(plan);
        assertThat(rows).hasSize(28);
        assertThat(rows).allSatisfy(row -> assertThat(row).containsEntry("state", "PLANNED"));
        assertThat(rows.get(0)).containsEntry("scriptId", scripts.get(0)).containsEntry("line", "PERSONA");
        assertThat(rows.get(1)).containsEntry("scriptId", scripts.get(1));
        assertThat(rows.get(2)).containsEntry("scriptId", scripts.get(2));
        assertThat(As.seen(As.marketer(), "/shops/{shop}/posts?limit=200", shop.id())
                        .getList("items.id"))
                .containsAll(rows.stream().map(row -> row.get("postId")).toList());
        assertThat(tasks("PLANNED")).isEqualTo(28 * 2);
    }

    @Test
    void r13ADailyPostIsValidUntilQuietHoursOfItsDay() {
        planned(Map.of());
        JsonPath seen = As.seen(As.marketer(), "/tasks?shop={shop}&status=PLANNED&limit=200", shop.id());
        List<Map<String, String>> tasks = seen.getList("items");
        assertThat(tasks).isNotEmpty().allSatisfy(task -> {
            LocalDate day = Instant.parse(task.get("opensAt")).atZone(ZONE).toLocalDate();
            assertThat(Instant.parse(task.get("validUntil"))).isEqualTo(instant(day, "22:30"));
        });
    }

    @Test
    void r12WeekdaysAndSkipDaysAreKept() {
        LocalDate skipped = today.plusDays(3);
        String plan = planned(Map.of(
                "weekdays",
                List.of(skipped.getDayOfWeek(), skipped.plusDays(1).getDayOfWeek()),
                "skipDays",
                List.of(skipped.toString())));
        assertThat(new HashSet<>(occurrences(plan).<String>getList("items.date")))
                .containsExactlyInAnyOrder(
                        skipped.plusDays(1).toString(),
                        skipped.plusDays(7).toString(),
                        skipped.plusDays(8).toString());
    }

    @Test
    void r12QuotasAndTheWindowLeaveTimesOutWithTheReason() {
        String plan = planned(Map.of("windowDays", 7, "lines", List.of(Map.of("line", "PERSONA", "most", 2))));
        List<String> states = occurrences(plan).getList("items.state");
        assertThat(states.subList(0, 2)).containsOnly("PLANNED");
        assertThat(states.subList(2, 14)).containsOnly("LEFT_OUT");
        assertThat(states.subList(14, 16)).containsOnly("PLANNED");
        assertThat(rows(plan).get(2)).containsEntry("reason", "QUOTA");
        String other = planned(Map.of("windowDays", 7, "hours", List.of(Map.of("at", "14:00"))));
        assertThat(rows(other).get(3)).containsEntry("reason", "NO_SCRIPT");
    }

    @Test
    void r12WhatWouldBreakARuleIsLeftOutAndSaysWhich() {
        String plan = planned(Map.of("hours", List.of(Map.of("at", "07:00"), Map.of("at", "09:00"))));
        assertThat(rows(plan).get(0)).containsEntry("state", "LEFT_OUT").containsEntry("reason", "RULE");
        assertThat(rows(plan).get(0).get("detail")).startsWith("QUIET_HOURS");
        assertThat(rows(plan).get(1)).containsEntry("state", "PLANNED");
        // Two plans side by side keep the limits of a day and the gap between moments together.
        String second = planned(Map.of("hours", List.of(Map.of("at", "10:00"), Map.of("at", "15:00"))));
        assertThat(rows(second).get(0).get("detail")).startsWith("MOMENT_SPACING");
        assertThat(rows(second).get(1)).containsEntry("state", "PLANNED");
    }

    @Test
    void r10AnOccurrenceKeepsTheVersionOfItsScript() {
        String plan = planned(Map.of());
        As.change(As.marketer(), "/scripts/{id}", Map.of("copy", "新的早上好"), scripts.get(0));
        As.marketer()
                .get("/posts/{id}", rows(plan).get(0).get("postId"))
                .then()
                .body("scriptVersion", equalTo(1))
                .body("newerScriptVersion", equalTo(2));
        As.change(
                As.marketer(),
                "/daily-plans/{id}",
                Map.of("skipDays", List.of(today.plusDays(9).toString())),
                plan);
        As.marketer().get("/posts/{id}", rows(plan).get(0).get("postId")).then().body("scriptVersion", equalTo(1));
    }

    @Test
    void r12AClockSetForwardMakesEachOccurrenceOnceOrMarksItAsMissed() {
        String plan = planned(Map.of());
        at(today.plusDays(40), "12:00");
        awaitThrough(plan, today.plusDays(54));
        List<Map<String, String>> rows = rows(plan);
        assertThat(rows).hasSize(54 * 2);
        assertThat(new HashSet<>(rows.stream()
                        .map(row -> row.get("date") + row.get("at"))
                        .toList()))
                .hasSize(54 * 2);
        // 14 days were made before; of the others those until noon of the 40th day are over.
        assertThat(rows.subList(0, 28)).allSatisfy(row -> assertThat(row).containsEntry("state", "PLANNED"));
        assertThat(rows.subList(28, 79))
                .allSatisfy(
                        row -> assertThat(row).containsEntry("state", "MISSED").containsEntry("reason", "DOWN"));
        assertThat(rows.subList(79, 108)).allSatisfy(row -> assertThat(row).containsEntry("state", "PLANNED"));
        at(today.plusDays(41), "12:00");
        awaitThrough(plan, today.plusDays(55));
        assertThat(rows(plan)).hasSize(110);
    }

    @Test
    void r12EditingAPlanChangesOnlyWhatNobodyTouched() {
        String plan = planned(Map.of());
        List<Map<String, String>> before = rows(plan);
        As.change(
                As.marketer(),
                "/posts/{id}",
                Map.of("at", "10:30"),
                before.get(0).get("postId"));
        As.marketer().delete("/posts/{id}", before.get(1).get("postId")).then().statusCode(204);
        String other = script("BRAND", 9);
        As.change(As.marketer(), "/daily-plans/{id}", Map.of("scripts", List.of(other)), plan);
        List<Map<String, String>> after = rows(plan);
        assertThat(after.get(0))
                .containsEntry("touchedBy", "marketer")
                .containsEntry("scriptId", scripts.get(0))
                .containsEntry("state", "PLANNED");
        assertThat(after.get(1)).containsEntry("state", "SKIPPED").containsEntry("reason", "BY_HAND");
        // The same post and tasks, with other words.
        assertThat(after.get(2))
                .containsEntry("postId", before.get(2).get("postId"))
                .containsEntry("scriptId", other);
        As.marketer().get("/posts/{id}", before.get(0).get("postId")).then().body("at", equalTo("10:30"));
        As.marketer().get("/posts/{id}", before.get(2).get("postId")).then().body("scriptId", equalTo(other));
        As.change(As.marketer(), "/daily-plans/{id}", Map.of("hours", List.of(Map.of("at", "20:00"))), plan);
        assertThat(rows(plan).get(0)).containsEntry("state", "PLANNED");
        assertThat(rows(plan).get(2)).containsEntry("state", "WITHDRAWN").containsEntry("reason", "NOT_IN_PLAN");
        As.marketer().get("/posts/{id}", before.get(2).get("postId")).then().statusCode(404);
    }

    @Test
    void r12WhatIsOpenStaysAsItIsWhenThePlanIsEdited() {
        String plan = planned(Map.of());
        String post = rows(plan).get(0).get("postId");
        at(today.plusDays(1), "09:00");
        Waiting.until("the task is open", PATIENCE, () -> openTasks() == 2);
        String other = script("BRAND", 9);
        As.change(As.marketer(), "/daily-plans/{id}", Map.of("scripts", List.of(other)), plan);
        assertThat(rows(plan).get(0)).containsEntry("state", "PLANNED").containsEntry("scriptId", scripts.get(0));
        assertThat(rows(plan).get(1)).containsEntry("scriptId", other);
        assertThat(openTasks()).isEqualTo(2);
        As.change(As.marketer(), "/daily-plans/{id}", Map.of("status", "PAUSED"), plan);
        As.marketer().get("/posts/{id}", post).then().statusCode(200);
        assertThat(openTasks()).isEqualTo(2);
    }

    private long openTasks() {
        return tasks("OPEN");
    }

    private long tasks(String status) {
        return sql.first(
                        "SELECT COUNT(*) AS tasks FROM task WHERE shop_id = ? AND status = ? AND post_id IS NOT NULL",
                        row -> row.longAt("tasks"),
                        Long.parseLong(shop.id()),
                        status)
                .orElseThrow();
    }

    @Test
    void r12PausingWithdrawsAndGoingOnMakesTheSameAgain() {
        String plan = planned(Map.of());
        List<Map<String, String>> before = rows(plan);
        As.marketer().delete("/posts/{id}", before.get(1).get("postId")).then().statusCode(204);
        As.change(As.marketer(), "/daily-plans/{id}", Map.of("status", "PAUSED"), plan);
        assertThat(rows(plan).get(0)).containsEntry("state", "WITHDRAWN").containsEntry("reason", "PLAN_PAUSED");
        assertThat(rows(plan).get(1)).containsEntry("state", "SKIPPED");
        assertThat(tasks("PLANNED")).isEqualTo(0);
        As.change(As.marketer(), "/daily-plans/{id}", Map.of("status", "ACTIVE"), plan);
        List<Map<String, String>> after = rows(plan);
        assertThat(after).hasSize(28);
        assertThat(after.get(0))
                .containsEntry("state", "PLANNED")
                .containsEntry("postId", before.get(0).get("postId"));
        assertThat(after.get(1)).containsEntry("state", "SKIPPED");
        assertThat(tasks("PLANNED")).isEqualTo(27 * 2);
        As.change(As.marketer(), "/daily-plans/{id}", Map.of("status", "ENDED"), plan);
        assertThat(rows(plan).get(0)).containsEntry("reason", "PLAN_ENDED");
        json(As.marketer())
                .header("If-Match", "*")
                .body(Map.of("status", "ACTIVE"))
                .patch("/daily-plans/{id}", plan)
                .then()
                .statusCode(409);
    }

    @Test
    void r12TheLastDayOfAPlanIsItsLast() {
        String plan = planned(Map.of());
        String last = today.plusDays(3).toString();
        As.change(As.marketer(), "/daily-plans/{id}", Map.of("to", last), plan);
        assertThat(rows(plan).stream().filter(row -> row.get("state").equals("PLANNED")))
                .hasSize(6)
                .allSatisfy(row -> assertThat(row.get("date")).isLessThanOrEqualTo(last));
    }

    @Test
    void r12AnHourThatTheClockLeavesOutOrRepeatsGoesOutOnce() {
        shop = TestShop.create(Map.of("timeZone", "America/New_York"));
        scripts = List.of(script("PERSONA", 0), script("PERSONA", 1));
        As.make(
                As.admin(),
                "/shops/{shop}/contact-limits",
                Map.of("fromDay", "2027-01-01", "quietFrom", "05:00", "quietTo", "05:01"),
                shop.id());
        ServiceClock.set(Instant.parse("2027-03-10T12:00:00Z"));
        String plan = As.make(
                As.marketer(),
                "/shops/{shop}/daily-plans",
                Map.of("name", "夜里", "hours", List.of(Map.of("at", "02:30")), "scripts", scripts, "windowDays", 1),
                shop.id());
        awaitThrough(plan, LocalDate.of(2027, 3, 24));
        List<Map<String, String>> rows = rows(plan);
        assertThat(rows.stream().map(row -> row.get("date")))
                .doesNotHaveDuplicates()
                .contains("2027-03-14");
        String gap = rows.stream()
                .filter(row -> row.get("date").equals("2027-03-14"))
                .findFirst()
                .orElseThrow()
                .get("postId");
        // 02:30 is left out: the clock shows 03:30 then.
        As.marketer()
                .get("/posts/{id}", gap)
                .then()
                .body("at", equalTo("02:30"))
                .body("scheduledAt", equalTo("2027-03-14T07:30:00Z"));
    }

    @Test
    void aPlanThatIsNoneIsRefused() {
        refused("hours", List.of(Map.of("at", "09:00"), Map.of("at", "09:00")), "hours");
        refused("lines", List.of(Map.of("line", "TOPIC", "most", 1), Map.of("line", "TOPIC", "most", 2)), "lines");
        refused("to", today.toString(), "to");
        refused("scripts", List.of("7"), "scriptId");
        refused("weekdays", List.of(), "weekdays");
        refused("audience", Map.of("accounts", List.of("7")), "audience.accounts");
    }

    private void refused(String what, Object value, String field) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "name",
                "计划",
                "hours",
                List.of(Map.of("at", "09:00")),
                "scripts",
                scripts,
                "from",
                today.plusDays(1).toString()));
        body.put(what, value);
        json(As.marketer())
                .body(body)
                .post("/shops/{shop}/daily-plans", shop.id())
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo(field));
    }

    @Test
    void plansAreOfTheirShopAndMadeByMarketers() {
        String plan = plan(Map.of());
        status(As.staff1(), 403);
        status(As.nobody(), 401);
        As.staff2().get("/daily-plans/{id}", plan).then().statusCode(200);
        As.change(As.admin(), "/staff/{id}", Map.of("active", false), shop.staff2Id());
        As.staff2().get("/daily-plans/{id}", plan).then().statusCode(404);
        As.staff2().get("/daily-plans/{id}/occurrences", plan).then().statusCode(404);
        json(As.marketer())
                .header("If-Match", "\"7\"")
                .body(Map.of("name", "别的"))
                .patch("/daily-plans/{id}", plan)
                .then()
                .statusCode(412);
        TestShop other = TestShop.create();
        json(As.marketer())
                .body(Map.of("name", "计划", "hours", List.of(Map.of("at", "09:00")), "scripts", scripts))
                .post("/shops/{shop}/daily-plans", other.id())
                .then()
                .statusCode(400);
    }

    private void status(RequestSpecification as, int status) {
        json(as).body(Map.of("name", "计划", "hours", List.of(Map.of("at", "09:00")), "scripts", scripts))
                .post("/shops/{shop}/daily-plans", shop.id())
                .then()
                .statusCode(status);
    }
}

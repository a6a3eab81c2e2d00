package io.siyu.task.sequence;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.siyu.campaign.audience.Holdout;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.Buyers;
import io.siyu.support.Database;
import io.siyu.support.OpenTasks;
import io.siyu.support.ServiceClock;
import io.siyu.support.TestCampaign;
import io.siyu.support.TestShop;
import io.siyu.support.Waiting;
import io.siyu.tier.TierStandings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import static io.siyu.support.As.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

/** R15, its second half: sequences by days since joining and to the due day. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class FollowerSequenceResourceTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Inject
    Buyers buyers;

    @Inject
    Sql sql;

    @Inject
    SequenceDueWork dueWork;

    private TestShop shop;
    private LocalDate day;
    private String script;

    @BeforeEach
    void open() {
        shop = TestShop.create();
        day = LocalDate.now(ZONE).plusDays(1);
        script = script("用得还顺手吗？有问题随时找我");
    }

    @AfterEach
    void freeTheClock() {
        ServiceClock.free();
    }

    @Test
    void r15AFollowerIsWrittenToOnTheDayOfJoiningTheNextAndAWeekLater() {
        at(day, "09:00");
        String sequence = joined(step(0, "10:00"), step(1, "10:00"), step(7, "10:00"));
        long follower = joining(shop.account1());
        for (int later : List.of(0, 1, 7)) {
            at(day.plusDays(later), "10:01");
            await(sequence, later, "PLANNED", 1);
        }
        assertThat(rows(sequence)).hasSize(3).allSatisfy(row -> {
            assertThat(row.get("followerId")).isEqualTo("" + follower);
            assertThat(row.get("basisDay")).isEqualTo(day.toString());
            assertThat(recipients(row.get("taskId").toString())).containsExactly(follower);
        });
    }

    @Test
    void r15WhoJoinsAfterTheTimeOfTheDayIsWrittenToThatDayAllTheSame() {
        at(day, "09:00");
        String sequence = joined(step(0, "10:00"));
        at(day, "11:00");
        joining(shop.account1());
        at(day, "11:15");
        await(sequence, 0, "PLANNED", 1);
        assertThat(rows(sequence)).hasSize(1);
    }

    @Test
    void r15WhatWasDueBeforeAnEditIsMadeAsTheSequenceWasThen() {
        at(day, "09:00");
        String sequence = joined(step(0, "10:00"));
        at(day, "11:00");
        long follower = joining(shop.account1());
        patch(sequence, Map.of("steps", List.of(step(0, "12:00"), step(1, "12:00"))))
                .statusCode(200);
        assertThat(rows(sequence)).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("state", "PLANNED")
                .containsEntry("followerId", "" + follower));
        at(day, "12:15");
        dueWork.runDue(instant(day, "12:30"));
        assertThat(rows(sequence)).hasSize(1);
    }

    @Test
    void r15FollowersOfAnAccountAreOnOneListAStepAndDay() {
        at(day, "09:00");
        String sequence = joined(step(1, "10:00"));
        joining(shop.account1());
        joining(shop.account1());
        joining(shop.account2());
        at(day.plusDays(1), "10:01");
        await(sequence, 1, "PLANNED", 3);
        List<Map<String, Object>> lists = lists("OPEN");
        assertThat(lists).hasSize(2);
        assertThat(lists.stream()
                        .map(task -> recipients(task.get("id").toString()).size()))
                .containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void r15AfterADowntimeOfHoursEachIsMadeOnceLateAndMarked() {
        at(day, "09:00");
        String sequence = joined(step(1, "10:00"));
        joining(shop.account1());
        at(day.plusDays(1), "15:00");
        await(sequence, 1, "PLANNED", 1);
        dueWork.runDue(instant(day.plusDays(1), "15:30"));
        dueWork.runDue(instant(day.plusDays(1), "16:00"));
        assertThat(rows(sequence)).singleElement().satisfies(row -> assertThat(row.get("late"))
                .isEqualTo(true));
        assertThat(recipients(rows(sequence).get(0).get("taskId").toString())).hasSize(1);
    }

    @Test
    void r15AfterADowntimeOfDaysEachIsExpiredWithItsReason() {
        at(day, "09:00");
        String sequence = joined(step(1, "10:00"), step(2, "10:00"), step(4, "10:00"));
        joining(shop.account1());
        at(day.plusDays(4), "09:00");
        await(sequence, 1, "EXPIRED", 1);
        await(sequence, 2, "EXPIRED", 1);
        assertThat(rows(sequence))
                .allSatisfy(row -> assertThat(row.get("reason")).isEqualTo("DAY_OVER"));
        assertThat(lists("OPEN")).isEmpty();
        at(day.plusDays(4), "10:01");
        await(sequence, 4, "PLANNED", 1);
    }

    @Test
    void r15WhoHasAMessageOfTheDayAlreadyWaitsAndIsLeftOutAtItsEnd() {
        at(day, "09:00");
        String first = joined(step(1, "10:00"));
        String second = joined(step(1, "11:00"));
        joining(shop.account1());
        at(day.plusDays(1), "10:01");
        await(first, 1, "PLANNED", 1);
        at(day.plusDays(1), "11:01");
        await(second, 1, "WAITING", 1);
        at(day.plusDays(1), "22:31");
        await(second, 1, "LEFT_OUT", 1);
        assertThat(rows(second).get(0).get("reason")).isEqualTo("LIMIT");
    }

    @Test
    void r15WhoIsLostOrOptedOutGetsNone() {
        at(day, "09:00");
        String sequence = joined(step(1, "10:00"));
        long lost = joining(shop.account1());
        long out = joining(shop.account1());
        long later = joining(shop.account1());
        change(lost, Map.of("status", "LOST"));
        change(out, Map.of("status", "OPTED_OUT"));
        at(day.plusDays(1), "10:01");
        await(sequence, 1, "PLANNED", 1);
        assertThat(rows(sequence)).hasSize(1);
        String list = rows(sequence).get(0).get("taskId").toString();
        assertThat(recipients(list)).containsExactly(later);
        change(later, Map.of("status", "LOST"));
        assertThat(recipients(list)).isEmpty();
        assertThat(lists("OPEN")).as("a list that nobody is on is no work").isEmpty();
    }

    @Test
    void r9WhoGoesToAnotherAccountIsWrittenToFromThere() {
        at(day, "09:00");
        String sequence = joined(step(1, "10:00"));
        long follower = joining(shop.account1());
        at(day.plusDays(1), "10:01");
        await(sequence, 1, "PLANNED", 1);
        String before = rows(sequence).get(0).get("taskId").toString();
        change(follower, Map.of("accountId", shop.account2()));
        await(sequence, 1, "WAITING", 1);
        assertThat(recipients(before)).isEmpty();
        at(day.plusDays(1), "10:15");
        await(sequence, 1, "PLANNED", 1);
        String after = rows(sequence).get(0).get("taskId").toString();
        assertThat(after).isNotEqualTo(before);
        assertThat(recipients(after)).containsExactly(follower);
        // And back again, onto a list that has been there already.
        change(follower, Map.of("accountId", shop.account1()));
        at(day.plusDays(1), "10:30");
        await(sequence, 1, "PLANNED", 1);
        assertThat(recipients(rows(sequence).get(0).get("taskId").toString())).containsExactly(follower);
    }

    @Test
    void oneThatFailsIsPutOffAndKeepsNoOtherWaiting() {
        at(day, "09:00");
        String broken = joined(step(0, "10:00"));
        String sound = joined(step(0, "10:00"));
        joining(shop.account1());
        sql.update("UPDATE follower_sequence SET terms = 'none' WHERE shop_id = ? AND id = ?", shop.id(), broken);
        at(day, "10:01");
        await(sound, 0, "PLANNED", 1);
        Waiting.until("the broken one is put off", PATIENCE, () -> sql.first(
                        "SELECT id FROM follower_sequence WHERE shop_id = ? AND id = ? AND due_at > ?",
                        row -> row.longAt("id"),
                        shop.id(),
                        broken,
                        instant(day, "10:01"))
                .isPresent());
    }

    @Test
    void r17WhoIsHeldOutGetsNoMessageOfASequence() {
        LocalDate start = TestCampaign.startDay();
        List<Long> friends = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            friends.add(buyers.add(shop, "h" + i, buyers.today().minusDays(1)));
        }
        buyers.changed(shop);
        buyers.follow(shop.account1(), friends.toArray(Long[]::new));
        String campaign = new TestCampaign(shop).with("holdoutPercent", 20).ready();
        long heldOut = friends.stream()
                .filter(buyer -> Holdout.isHeldOut(Long.parseLong(campaign), buyer, 20))
                .count();
        assertThat(heldOut).isPositive();
        at(start, "08:30");
        String sequence = joined(step(0, "10:00"));
        sql.update(
                "UPDATE follower SET added_at = ? WHERE shop_id = ? AND status = 'ADDED'",
                instant(start, "08:45"),
                shop.id());
        at(start, "10:01");
        await(sequence, 0, "LEFT_OUT", (int) heldOut);
        assertThat(rows(sequence).stream().filter(row -> "LEFT_OUT".equals(row.get("state"))))
                .allSatisfy(row -> assertThat(row.get("reason")).isEqualTo("HELD_OUT"));
    }

    @Test
    void r15ByDueDayABuyerIsWrittenToSoManyDaysBefore() {
        long follower = buyers.add(shop, "due", day.minusDays(21), day.minusDays(1));
        buyers.changed(shop);
        buyers.follow(shop.account1(), follower);
        LocalDate due = sql.first(
                        "SELECT " + TierStandings.DUE_DAY
                                + " AS due FROM buyer b JOIN tier_run r ON r.shop_id = b.shop_id"
                                + " WHERE b.shop_id = ? AND b.id = ?",
                        row -> row.dayAt("due"),
                        shop.id(),
                        follower)
                .orElseThrow();
        int before = (int) ChronoUnit.DAYS.between(due, day);
        at(day, "09:00");
        String sequence = sequence(Map.of("basis", "DUE", "steps", List.of(step(before, "10:00"))));
        at(day, "10:01");
        await(sequence, before, "PLANNED", 1);
        assertThat(rows(sequence)).singleElement().satisfies(row -> assertThat(row.get("basisDay"))
                .isEqualTo(due.toString()));
    }

    @Test
    void r10ASequenceKeepsItsVersionsAndANewerOneIsTakenByAnEdit() {
        String sequence = joined(step(1, "10:00"));
        As.change(As.marketer(), "/scripts/{id}", Map.of("copy", "换了一种说法"), script);
        get(sequence).body("steps[0].scriptVersion", equalTo(1)).body("steps[0].newerScriptVersion", equalTo(2));
        patch(sequence, Map.of("steps", List.of(step(1, "11:00")))).statusCode(200);
        get(sequence).body("steps[0].scriptVersion", equalTo(1));
        Map<String, Object> newer = new HashMap<>(step(1, "11:00"));
        newer.put("scriptVersion", 2);
        patch(sequence, Map.of("steps", List.of(newer))).statusCode(200);
        get(sequence).body("steps[0].scriptVersion", equalTo(2)).body("steps[0].newerScriptVersion", nullValue());
    }

    @Test
    void r15APausedSequenceSendsNothingAndItsOpenListsAreClosed() {
        at(day, "09:00");
        String sequence = joined(step(0, "10:00"), step(1, "10:00"));
        joining(shop.account1());
        at(day, "10:01");
        await(sequence, 0, "PLANNED", 1);
        patch(sequence, Map.of("status", "PAUSED")).statusCode(200);
        assertThat(rows(sequence)).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("state", "WITHDRAWN")
                .containsEntry("reason", "SEQUENCE_PAUSED"));
        assertThat(lists("OPEN")).isEmpty();
        dueWork.runDue(instant(day.plusDays(1), "10:01"));
        assertThat(rows(sequence)).hasSize(1);
        patch(sequence, Map.of("status", "ENDED")).statusCode(200);
        patch(sequence, Map.of("name", "另一个")).statusCode(409);
    }

    @Test
    void r15AListInHandIsFinishedAndClosedOnceItIsGivenUpIfItsSequenceIsPaused() {
        at(day, "09:00");
        String sequence = joined(step(0, "10:00"));
        joining(shop.account1());
        at(day, "10:01");
        await(sequence, 0, "PLANNED", 1);
        Waiting.until("the list is open", PATIENCE, () -> lists("OPEN").size() == 1);
        OpenTasks.claim(As.staff1(), lists("OPEN").get(0).get("id").toString());
        patch(sequence, Map.of("status", "PAUSED")).statusCode(200);
        assertThat(lists("CLAIMED")).hasSize(1);
        at(day, "10:45");
        Waiting.until("the list is closed", PATIENCE, () -> lists("EXPIRED").size() == 1);
        assertThat(lists("OPEN")).isEmpty();
    }

    @Test
    void r11WordsThatBreakARuleAreRefusedWithTheSequence() {
        refused(Map.of("steps", List.of(of(script("全网最低价"), 1)))).body("violations.code", hasItem("BANNED_WORD"));
        refused(Map.of("steps", List.of(of(script("{{优惠}}来了"), 1))))
                .body("violations.code", hasItem("UNRESOLVED_VARIABLE"));
        refused(Map.of("steps", List.of(step(1, "23:00")))).body("violations.code", hasItem("QuietHours"));
        refused(Map.of("steps", List.of(step(1, "10:00"), step(1, "12:00"))))
                .body("violations.code", hasItem("DayTwice"));
        refused(Map.of("steps", List.of(step(-1, "10:00")))).body("violations.code", hasItem("BeforeJoining"));
        refused(Map.of("steps", List.of(step(1, "10:00")), "accounts", List.of("1")))
                .body("violations.code", hasItem("UnknownAccount"));
    }

    private ValidatableResponse refused(Map<String, Object> otherwise) {
        return json(As.marketer())
                .body(body(otherwise))
                .post("/shops/{shop}/follower-sequences", shop.id())
                .then()
                .statusCode(400);
    }

    private String joined(Map<?, ?>... steps) {
        return sequence(Map.of("steps", List.of(steps)));
    }

    private String sequence(Map<String, Object> otherwise) {
        return As.make(As.marketer(), "/shops/{shop}/follower-sequences", body(otherwise), shop.id());
    }

    private static Map<String, Object> body(Map<String, Object> otherwise) {
        Map<String, Object> body = new HashMap<>(Map.of("name", "新粉跟进", "basis", "JOINED"));
        body.putAll(otherwise);
        return body;
    }

    private Map<String, Object> step(int dayNo, String time) {
        return Map.of("day", dayNo, "at", time, "scriptId", script);
    }

    private static Map<String, Object> of(String script, int dayNo) {
        return Map.of("day", dayNo, "at", "10:00", "scriptId", script);
    }

    private String script(String copy) {
        return As.make(
                As.marketer(),
                "/shops/{shop}/scripts",
                Map.of("title", "跟进", "copy", copy, "kind", "PRIVATE", "line", "PERSONA"),
                shop.id());
    }

    private static ValidatableResponse get(String sequence) {
        return As.marketer().get("/follower-sequences/{id}", sequence).then().statusCode(200);
    }

    private static ValidatableResponse patch(String sequence, Map<String, Object> change) {
        return json(As.marketer())
                .header("If-Match", "*")
                .body(change)
                .patch("/follower-sequences/{id}", sequence)
                .then();
    }

    private static List<Map<String, Object>> rows(String sequence) {
        return As.seen(As.marketer(), "/follower-sequences/{id}/occurrences?limit=200", sequence)
                .getList("items");
    }

    private static void await(String sequence, int stepDay, String state, int count) {
        Waiting.until(
                count + " of day " + stepDay + " are " + state,
                PATIENCE,
                () -> rows(sequence).stream()
                                .filter(row ->
                                        Objects.equals(row.get("day"), stepDay) && state.equals(row.get("state")))
                                .count()
                        == count);
    }

    private List<Map<String, Object>> lists(String status) {
        return As.marketer()
                .get("/tasks?shop={shop}&kind=PRIVATE&status={status}&limit=200", shop.id(), status)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    /** Who is still to be written to, or was. */
    private List<Long> recipients(String task) {
        return sql.list(
                "SELECT follower_id FROM task_recipient WHERE shop_id = ? AND task_id = ? AND state <> 'SKIPPED'",
                row -> row.longAt("follower_id"),
                shop.id(),
                task);
    }

    private long joining(String account) {
        long follower = buyers.add(shop, "j" + System.nanoTime(), day.minusDays(2));
        buyers.changed(shop);
        change(follower, Map.of("accountId", account));
        change(follower, Map.of("status", "ADDED"));
        return follower;
    }

    private static void change(long follower, Map<String, Object> change) {
        json(As.marketer())
                .header("If-Match", "*")
                .body(change)
                .patch("/followers/" + follower)
                .then()
                .statusCode(200);
    }

    private static void at(LocalDate date, String time) {
        ServiceClock.set(instant(date, time));
    }

    private static Instant instant(LocalDate date, String time) {
        return date.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }
}

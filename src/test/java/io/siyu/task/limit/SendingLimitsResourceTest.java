package io.siyu.task.limit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.siyu.support.As;
import io.siyu.support.Buyers;
import io.siyu.support.Database;
import io.siyu.support.OpenTasks;
import io.siyu.support.Recipients;
import io.siyu.support.ServiceClock;
import io.siyu.support.TestShop;
import io.siyu.task.TaskKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import static io.siyu.support.As.json;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/** R11: the limits hold on the day and at the hour at which something is to be sent. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class SendingLimitsResourceTest {
    /** Ten in the morning of the shop. */
    private static final Instant TEN = Instant.parse("2027-03-01T02:00:00Z");

    private static final Instant QUIET = Instant.parse("2027-03-01T14:30:00Z");

    @Inject
    OpenTasks tasks;

    @Inject
    Buyers buyers;

    @Inject
    Recipients recipients;

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
    void r11AMomentTooSoonAfterAnotherWaitsForItsTurnAndSaysSo() {
        String first = moment(TEN, QUIET);
        String second = moment(TEN.plus(minutes(30)), QUIET);
        ServiceClock.set(TEN.plus(minutes(1)));
        ServiceClock.set(TEN.plus(minutes(31)));
        task(first).body("status", equalTo("OPEN"));
        task(second)
                .body("status", equalTo("PLANNED"))
                .body("waiting.limit", equalTo("MOMENT_GAP"))
                .body("waiting.since", startsWith("2027-03-01T02:01"))
                .body("waiting.until", startsWith("2027-03-01T04:01"));
        As.staff1().put("/tasks/{id}/claim", second).then().statusCode(409);

        ServiceClock.set(TEN.plus(minutes(121)).plusSeconds(20));
        task(second)
                .body("status", equalTo("OPEN"))
                .body("waiting", nullValue())
                .body("openedLate", equalTo(false));

        OpenTasks.claim(As.staff1(), first);
        OpenTasks.complete(As.staff1(), first, Map.of());
        task(second)
                .body("status", equalTo("PLANNED"))
                .body("waiting.limit", equalTo("MOMENT_GAP"))
                .body("waiting.until", startsWith("2027-03-01T06:01"));
        As.staff1().get("/shops/{shop}/today", shop.id()).then().statusCode(200);
    }

    @Test
    void r11AMomentThatItsLimitsAllowAtNoTimeOfItsValidityExpiresWithThatReason() {
        String first = moment(TEN, QUIET);
        ServiceClock.set(TEN.plus(minutes(1)));
        OpenTasks.claim(As.staff1(), first);
        OpenTasks.complete(As.staff1(), first, Map.of());
        String second = moment(TEN.plus(minutes(10)), TEN.plus(minutes(90)));
        ServiceClock.set(TEN.plus(minutes(11)));
        task(second)
                .body("status", equalTo("EXPIRED"))
                .body("reasonCode", equalTo("LIMIT"))
                .body("reason", equalTo("触达上限：距上一条朋友圈太近"));
    }

    @Test
    void r11TheFourthMomentOfADayAndOneInQuietHoursAreNotOpened() {
        json(As.admin())
                .body(Map.of("fromDay", "2027-03-01", "momentGapMinutes", 0, "momentsPerDay", 2))
                .post("/shops/{shop}/contact-limits", shop.id())
                .then()
                .statusCode(201);
        moment(TEN, QUIET);
        moment(TEN, QUIET);
        String third = moment(TEN, QUIET.plus(Duration.ofDays(1)));
        String late = moment(QUIET.plus(minutes(5)), QUIET.plus(Duration.ofDays(1)));
        ServiceClock.set(TEN.plus(minutes(1)));
        task(third)
                .body("waiting.limit", equalTo("MOMENTS_PER_DAY"))
                .body("waiting.until", equalTo("2027-03-02T00:00:00Z"));
        ServiceClock.set(QUIET.plus(minutes(6)));
        task(late).body("status", equalTo("PLANNED")).body("waiting.until", equalTo("2027-03-02T00:00:00Z"));
    }

    /** Case 1 of what was seen: two days' lists on one day. */
    @Test
    void r11AListOnWhichNobodyMayBeWrittenToTodayExpiresWithThatReason() {
        ServiceClock.set(TEN);
        long follower = follower();
        sendTo(follower, TEN);
        String second = tasks.plan(shop, TaskKind.PRIVATE, shop.staff1Id(), TEN.plus(minutes(10)), QUIET);
        recipients.add(shop, second, follower);
        ServiceClock.set(TEN.plus(minutes(11)));
        task(second)
                .body("status", equalTo("EXPIRED"))
                .body("reasonCode", equalTo("LIMIT"))
                .body("reason", equalTo("触达上限：当天私聊次数已满"))
                .body("recipientCounts.missed", equalTo(1));
    }

    /** Case 16 of what was seen: a limit that is set is the limit. */
    @Test
    void r11TheShopsOwnDatedLimitsOfPrivateMessagesHold() {
        ServiceClock.set(TEN);
        json(As.admin())
                .body(Map.of("fromDay", "2027-03-01", "privatePerDay", 2, "privatePer7Days", 2))
                .post("/shops/{shop}/contact-limits", shop.id())
                .then()
                .statusCode(201);
        long follower = follower();
        sendTo(follower, TEN);
        sendTo(follower, TEN);
        String third = tasks.put(shop, TaskKind.PRIVATE, shop.staff1Id(), TEN);
        recipients.add(shop, third, follower);
        OpenTasks.claim(As.staff1(), third);
        Recipients.sent(As.staff1(), third, follower).then().statusCode(409).body("code", equalTo("CONTACT_LIMIT"));
        ServiceClock.set(TEN.plus(Duration.ofDays(1)));
        OpenTasks.claim(As.staff1(), third);
        Recipients.sent(As.staff1(), third, follower)
                .then()
                .statusCode(409)
                .body("violations[0].code", equalTo("PRIVATE_PER_7_DAYS"));
    }

    /** Case 21 of what was seen. */
    @Test
    void r13SnoozeIntoQuietHoursOrPastValidityIsRefused() {
        ServiceClock.set(TEN);
        String task = tasks.plan(shop, TaskKind.GROUP, shop.staff1Id(), TEN, TEN.plus(Duration.ofHours(3)));
        ServiceClock.set(TEN.plus(minutes(1)));
        snooze(task, QUIET.plus(minutes(30)))
                .statusCode(400)
                .body("violations[0].code", equalTo("QuietHours"))
                .body("violations[0].message", notNullValue());
        snooze(task, TEN.plus(Duration.ofHours(4))).statusCode(400).body("violations[0].code", equalTo("PastValidity"));
        snooze(task, TEN.plus(Duration.ofHours(1))).statusCode(200);
        ServiceClock.set(TEN.plus(minutes(61)));
        task(task).body("status", equalTo("OPEN")).body("snoozedUntil", nullValue());
        ServiceClock.set(TEN.plus(Duration.ofHours(3)));
        task(task).body("status", equalTo("EXPIRED"));
    }

    @Test
    void r11TwentyFourOClockIsNoTimeOfADay() {
        json(As.marketer())
                .body(Map.of("date", "2027-03-02", "kind", "MOMENT", "at", "24:00"))
                .post("/shops/{shop}/posts", shop.id())
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("at"));
    }

    @Test
    void r13TakenAgainByItsHolderATaskIsKeptForLonger() {
        ServiceClock.set(TEN);
        String task = tasks.put(shop, TaskKind.GROUP, null, TEN);
        OpenTasks.claim(As.staff1(), task);
        ServiceClock.set(TEN.plus(minutes(25)));
        As.staff2().put("/tasks/{id}/claim", task).then().statusCode(409);
        As.staff1()
                .put("/tasks/{id}/claim", task)
                .then()
                .statusCode(200)
                .body("leaseUntil", startsWith("2027-03-01T02:55"));
        ServiceClock.set(TEN.plus(minutes(45)));
        As.staff2().put("/tasks/{id}/claim", task).then().statusCode(409);
        OpenTasks.complete(As.staff1(), task, Map.of("at", TEN.plus(minutes(5)).toString()));
    }

    private String moment(Instant opensAt, Instant validUntil) {
        return tasks.plan(shop, TaskKind.MOMENT, shop.staff1Id(), opensAt, validUntil);
    }

    private long follower() {
        long buyer = buyers.add(shop, "b1", buyers.today().minusDays(1));
        buyers.changed(shop);
        buyers.follow(shop.account1(), buyer);
        return buyer;
    }

    private String sendTo(long follower, Instant opensAt) {
        String task = tasks.put(shop, TaskKind.PRIVATE, shop.staff1Id(), opensAt);
        recipients.add(shop, task, follower);
        OpenTasks.claim(As.staff1(), task);
        Recipients.sent(As.staff1(), task, follower).then().statusCode(200);
        return task;
    }

    private static ValidatableResponse snooze(String task, Instant until) {
        return json(As.staff1())
                .body(Map.of("until", until.toString()))
                .put("/tasks/{id}/snooze", task)
                .then();
    }

    private static ValidatableResponse task(String id) {
        return As.marketer().get("/tasks/{id}", id).then().statusCode(200);
    }

    private static Duration minutes(long minutes) {
        return Duration.ofMinutes(minutes);
    }
}

package io.siyu.task.recipient;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.platform.sql.Sql;
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
import java.util.List;
import java.util.Map;

import static io.siyu.support.As.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/** R7, R11 and R13 of what is reported of a list's followers, and what stands of it in the ledger. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class RecipientReportResourceTest {
    /** Noon of a day without quiet hours in sight. */
    private static final Instant NOON = Instant.parse("2027-03-01T04:00:00Z");

    @Inject
    OpenTasks tasks;

    @Inject
    Buyers buyers;

    @Inject
    Recipients recipients;

    @Inject
    Sql sql;

    private TestShop shop;
    private long anna;
    private long bea;

    @BeforeEach
    void openShopWithTwoFollowers() {
        shop = TestShop.create();
        anna = buyers.add(shop, "anna", buyers.today().minusDays(3));
        bea = buyers.add(shop, "bea", buyers.today().minusDays(3));
        buyers.changed(shop);
        buyers.follow(shop.account1(), anna, bea);
        ServiceClock.set(NOON);
    }

    @AfterEach
    void freeClock() {
        ServiceClock.free();
    }

    @Test
    void r7WhatWasSentStandsInTheLedgerOnceWithTheDevicesTime() {
        String task = list(anna);
        ServiceClock.set(NOON.plus(Duration.ofMinutes(10)));
        Map<String, Object> said =
                Map.of("outcome", "SENT", "at", NOON.plusSeconds(60).toString());
        for (int i = 0; i < 2; i++) {
            Recipients.report(As.staff1(), task, anna, said)
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("SENT"))
                    .body("outcome", equalTo("SENT"))
                    .body("stateAt", equalTo("2027-03-01T04:01:00Z"));
        }

        As.marketer()
                .get("/followers/{id}/contacts", anna)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("PRIVATE"))
                .body("items[0].at", equalTo("2027-03-01T04:01:00Z"))
                .body("items[0].day", equalTo("2027-03-01"))
                .body("items[0].taskId", equalTo(task))
                .body("items[0].accountName", equalTo("小雅"))
                .body("items[0].staffName", equalTo("STAFF1"));
        As.staff2().get("/followers/{id}/contacts", anna).then().statusCode(404);
    }

    @Test
    void r11ASecondMessageOfADayIsRefusedNamingTheFirst() {
        String first = list(anna);
        Recipients.sent(As.staff1(), first, anna).then().statusCode(200);
        String second = list(anna, bea);

        Recipients.sent(As.staff1(), second, anna)
                .then()
                .statusCode(409)
                .body("code", equalTo("CONTACT_LIMIT"))
                .body("violations[0].code", equalTo("PRIVATE_PER_DAY"))
                .body("detail", containsString("STAFF1"))
                .body("detail", containsString("2027-03-01 12:00"))
                .body("detail", containsString(first));
        assertThat(contactsOf(anna)).isEqualTo(1);
        As.staff1()
                .get("/tasks/{id}/recipients", second)
                .then()
                .body(byFollower(anna) + ".copy", nullValue())
                .body(byFollower(anna) + ".blocked.limit", equalTo("PRIVATE_PER_DAY"))
                .body(byFollower(anna) + ".blocked.since", startsWith("2027-03-01T04:00:"))
                .body(byFollower(anna) + ".blocked.until", equalTo("2027-03-01T16:00:00Z"))
                .body(byFollower(anna) + ".blocked.taskId", equalTo(first))
                .body(byFollower(bea) + ".blocked", nullValue())
                .body(byFollower(bea) + ".copy", notNullValue());
        As.marketer().get("/shops/{shop}/breaches", shop.id()).then().body("items", empty());
    }

    @Test
    void r7WhatHasHappenedIsTakenOverTheLimitAndIsABreach() {
        Recipients.sent(As.staff1(), list(anna), anna).then().statusCode(200);
        String second = list(anna);
        Map<String, Object> said = Map.of("outcome", "SENT", "happened", true);
        for (int i = 0; i < 2; i++) {
            Recipients.report(As.staff1(), second, anna, said)
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("SENT"));
        }

        assertThat(contactsOf(anna)).isEqualTo(2);
        As.marketer()
                .get("/shops/{shop}/breaches", shop.id())
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].limit", equalTo("PRIVATE_PER_DAY"))
                .body("items[0].allowed", equalTo(1))
                .body("items[0].counted", equalTo(2))
                .body("items[0].followerId", equalTo(Long.toString(anna)))
                .body("items[0].staffName", equalTo("STAFF1"))
                .body("items[0].taskId", equalTo(second));
        As.marketer()
                .get("/shops/{shop}/breaches?from=2027-03-02", shop.id())
                .then()
                .body("items", empty());
        As.staff1().get("/shops/{shop}/breaches", shop.id()).then().statusCode(403);
    }

    @Test
    void r11TheLimitsOfTheDayOfSendingHoldNotThoseOfTheDayItWasPlannedFor() {
        String dayOne = list(anna);
        ServiceClock.set(NOON.plus(Duration.ofDays(1)));
        Recipients.sent(As.staff1(), list(anna), anna).then().statusCode(200);
        OpenTasks.claim(As.staff1(), dayOne);

        Recipients.sent(As.staff1(), dayOne, anna)
                .then()
                .statusCode(409)
                .body("violations[0].code", equalTo("PRIVATE_PER_DAY"));
        Map<String, Object> yesterday =
                Map.of("outcome", "SENT", "at", NOON.plusSeconds(60).toString());
        Recipients.report(As.staff1(), dayOne, anna, yesterday).then().statusCode(200);
        As.marketer().get("/shops/{shop}/breaches", shop.id()).then().body("items", empty());
    }

    @Test
    void r11AShopThatAllowsTwoADayHasTwoSentAndNotThree() {
        json(As.admin())
                .body(Map.of("fromDay", "2027-03-01", "privatePerDay", 2))
                .post("/shops/{shop}/contact-limits", shop.id())
                .then()
                .statusCode(201);
        for (int i = 0; i < 2; i++) {
            Recipients.sent(As.staff1(), list(anna), anna).then().statusCode(200);
        }
        Recipients.sent(As.staff1(), list(anna), anna)
                .then()
                .statusCode(409)
                .body("violations[0].code", equalTo("PRIVATE_PER_DAY"));
    }

    @Test
    void r11ThreeMessagesInSevenDaysAreTheLimit() {
        for (int day = 0; day < 3; day++) {
            ServiceClock.set(NOON.plus(Duration.ofDays(2L * day)));
            Recipients.sent(As.staff1(), list(anna), anna).then().statusCode(200);
        }
        ServiceClock.set(NOON.plus(Duration.ofDays(6)));
        String fourth = list(anna);
        Recipients.sent(As.staff1(), fourth, anna)
                .then()
                .statusCode(409)
                .body("violations[0].code", equalTo("PRIVATE_PER_7_DAYS"));
        ServiceClock.set(NOON.plus(Duration.ofDays(7)));
        OpenTasks.claim(As.staff1(), fourth);
        Recipients.sent(As.staff1(), fourth, anna).then().statusCode(200);
    }

    @Test
    void r11WhoOptedOutIsNotOfferedAndASentForHimIsRefusedUnlessItHasHappened() {
        String task = list(anna);
        ServiceClock.set(NOON.plusSeconds(600));
        json(As.marketer())
                .body(Map.of("reason", "别再发了"))
                .put("/buyers/{id}/opt-out", anna)
                .then()
                .statusCode(200);

        ServiceClock.set(NOON.plusSeconds(900));
        As.staff1()
                .get("/tasks/{id}/recipients", task)
                .then()
                .body("items[0].copy", nullValue())
                .body("items[0].blocked.limit", equalTo("OPTED_OUT"))
                .body("items[0].blocked.since", startsWith("2027-03-01T04:10:"))
                .body("items[0].blocked.until", nullValue());
        Recipients.sent(As.staff1(), task, anna)
                .then()
                .statusCode(409)
                .body("violations[0].code", equalTo("OPTED_OUT"));
        Recipients.report(As.staff1(), task, anna, Map.of("outcome", "SENT", "happened", true))
                .then()
                .statusCode(200);
        As.marketer().get("/shops/{shop}/breaches", shop.id()).then().body("items.limit", contains("OPTED_OUT"));
    }

    @Test
    void r7WhatWasSentBeforeTheOptOutIsNoBreach() {
        String task = list(anna);
        ServiceClock.set(NOON.plusSeconds(600));
        json(As.marketer())
                .body(Map.of("reason", "别再发了"))
                .put("/buyers/{id}/opt-out", anna)
                .then()
                .statusCode(200);

        Recipients.report(
                        As.staff1(),
                        task,
                        anna,
                        Map.of("outcome", "SENT", "at", NOON.plusSeconds(60).toString()))
                .then()
                .statusCode(200);
        As.marketer().get("/shops/{shop}/breaches", shop.id()).then().body("items", empty());
    }

    @Test
    void r13TheHolderOfAListThatWasHandedOverRecordsAnOptOut() {
        String task = tasks.put(shop, TaskKind.PRIVATE, shop.staff1Id(), NOON);
        recipients.add(shop, task, anna);
        json(As.staff1())
                .body(Map.of("staffId", shop.staff2Id(), "reason", "休息"))
                .put("/tasks/{id}/handover", task)
                .then()
                .statusCode(200);
        OpenTasks.claim(As.staff2(), task);

        for (int i = 0; i < 2; i++) {
            Recipients.report(As.staff2(), task, anna, Map.of("outcome", "OPT_OUT", "reason", "请勿打扰"))
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("SKIPPED"))
                    .body("outcome", equalTo("OPT_OUT"));
        }
        As.marketer().get("/followers/{id}", anna).then().body("status", equalTo("OPTED_OUT"));
        As.marketer().get("/buyers/{id}", anna).then().body("optedOut", equalTo(true));
    }

    @Test
    void r13WhoDeletedTheAccountIsLost() {
        String task = list(anna, bea);
        Recipients.report(As.staff1(), task, anna, Map.of("outcome", "FAILED", "reason", "deleted me"))
                .then()
                .statusCode(200)
                .body("state", equalTo("FAILED"));
        Recipients.report(As.staff1(), task, bea, Map.of("outcome", "FAILED", "reason", "网络不好"))
                .then()
                .statusCode(200);

        As.marketer().get("/followers/{id}", anna).then().body("status", equalTo("LOST"));
        As.marketer().get("/followers/{id}", bea).then().body("status", equalTo("ADDED"));
    }

    @Test
    void r13AnAnswerAndAPurchaseSayThatItWasSent() {
        String task = list(anna);
        Recipients.report(As.staff1(), task, anna, Map.of("outcome", "REPLIED"))
                .then()
                .statusCode(200)
                .body("state", equalTo("SENT"))
                .body("outcome", equalTo("REPLIED"));
        Recipients.report(As.staff1(), task, anna, Map.of("outcome", "BOUGHT"))
                .then()
                .statusCode(200)
                .body("outcome", equalTo("BOUGHT"));
        assertThat(contactsOf(anna)).isEqualTo(1);
    }

    @Test
    void r13ASkipNeedsItsReasonAndATickCanBeTakenBackForTenMinutes() {
        String task = list(anna);
        Recipients.report(As.staff1(), task, anna, Map.of("outcome", "SKIPPED"))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("reason"));
        Recipients.sent(As.staff1(), task, anna).then().statusCode(200);
        Recipients.report(As.staff1(), task, anna, Map.of("outcome", "PENDING"))
                .then()
                .statusCode(200)
                .body("state", equalTo("PENDING"))
                .body("outcome", nullValue());
        assertThat(contactsOf(anna)).isZero();

        Recipients.sent(As.staff1(), task, anna).then().statusCode(200);
        ServiceClock.set(NOON.plus(Duration.ofMinutes(11)));
        Recipients.report(As.staff1(), task, anna, Map.of("outcome", "PENDING"))
                .then()
                .statusCode(409);
        assertThat(contactsOf(anna)).isEqualTo(1);
    }

    @Test
    void r7ALapsedLeaseAndAnotherHolderTakeNoTickAway() {
        String task = list(anna, bea);
        ServiceClock.set(NOON.plus(Duration.ofMinutes(36)));
        As.staff1().get("/tasks/{id}", task).then().body("status", equalTo("OPEN"));
        json(As.marketer())
                .body(Map.of("staffId", shop.staff2Id(), "reason", "换人"))
                .put("/tasks/{id}/handover", task)
                .then()
                .statusCode(200);
        OpenTasks.claim(As.staff2(), task);

        Map<String, Object> offline =
                Map.of("outcome", "SENT", "at", NOON.plusSeconds(300).toString());
        Recipients.report(As.staff1(), task, anna, offline).then().statusCode(200);
        As.staff2()
                .get("/tasks/{id}/recipients", task)
                .then()
                .body(byFollower(anna) + ".state", equalTo("SENT"))
                .body(byFollower(bea) + ".state", equalTo("PENDING"));
        As.staff2().get("/tasks/{id}", task).then().body("status", equalTo("CLAIMED"));
    }

    @Test
    void r13ATimeThatLiesAheadOrBeforeTheClaimIsRefused() {
        String task = list(anna);
        for (Instant at : List.of(NOON.plus(Duration.ofMinutes(5)), NOON.minus(Duration.ofMinutes(5)))) {
            Recipients.report(As.staff1(), task, anna, Map.of("outcome", "SENT", "at", at.toString()))
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("at"));
        }
    }

    @Test
    void r11OfTwoWhoReportOneFollowerAtOnceOneIsRefused() throws Exception {
        String one = list(anna);
        String two = list(anna);
        As.token("staff1");
        List<Integer> answers = List.of(one, two).parallelStream()
                .map(task -> Recipients.sent(As.staff1(), task, anna).statusCode())
                .sorted()
                .toList();
        assertThat(answers).containsExactly(200, 409);
    }

    @Test
    void r11ACompletionIsRefusedAsAWholeForWhoIsAtTheLimit() {
        Recipients.sent(As.staff1(), list(anna), anna).then().statusCode(200);
        String task = list(anna, bea);
        json(As.staff1())
                .body(Map.of("recipients", List.of(Long.toString(bea), Long.toString(anna))))
                .put("/tasks/{id}/completion", task)
                .then()
                .statusCode(409)
                .body("violations.field", contains("recipients[1]"));
        json(As.staff1())
                .body(Map.of(
                        "recipients",
                        List.of(
                                Long.toString(bea),
                                Map.of("followerId", Long.toString(anna), "outcome", "SENT", "happened", true))))
                .put("/tasks/{id}/completion", task)
                .then()
                .statusCode(200)
                .body("recipientCounts.sent", equalTo(2));
        As.marketer()
                .get("/shops/{shop}/breaches", shop.id())
                .then()
                .body("items.limit", containsInAnyOrder("PRIVATE_PER_DAY"));
    }

    /** A list of these followers that staff1 has just taken. */
    private String list(long... followers) {
        String task = tasks.put(shop, TaskKind.PRIVATE, shop.staff1Id());
        sql.update("UPDATE task SET copy_text = '今天有空吗' WHERE shop_id = ? AND id = ?", shop.id(), task);
        recipients.add(shop, task, followers);
        OpenTasks.claim(As.staff1(), task);
        return task;
    }

    private static String byFollower(long follower) {
        return "items.find { it.followerId == '" + follower + "' }";
    }

    private long contactsOf(long follower) {
        return sql.first(
                        "SELECT COUNT(*) AS n FROM contact WHERE shop_id = ? AND follower_id = ?",
                        row -> row.longAt("n"),
                        shop.id(),
                        follower)
                .orElseThrow();
    }
}

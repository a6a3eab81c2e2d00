package io.siyu.follower.unanswered;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.siyu.follower.FollowerService;
import io.siyu.support.As;
import io.siyu.support.Buyers;
import io.siyu.support.Database;
import io.siyu.support.Distributions;
import io.siyu.support.OpenTasks;
import io.siyu.support.ServiceClock;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static io.siyu.support.As.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

/** R15, its first half. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class InvitationResourceTest {
    private static final String INVITED = "INVITED";
    private static final String REMINDER = "提醒对方通过好友申请";
    private static final Duration TWO_DAYS = Duration.ofDays(2);
    private static final Duration A_WEEK = Duration.ofDays(7);

    @Inject
    Buyers buyers;

    @Inject
    UnansweredInvitationService unanswered;

    @Inject
    InvitationDueWork dueWork;

    @Inject
    FollowerService followers;

    @Inject
    Clock clock;

    private TestShop shop;

    @BeforeEach
    void openShop() {
        shop = TestShop.create();
    }

    @AfterEach
    void freeClock() {
        ServiceClock.free();
    }

    @Test
    void r15AnInvitationWithoutAnAnswerIsRemindedOfOnceAfterTwoDays() {
        long follower = invited();
        Instant now = clock.instant();
        assertThat(due(now.plus(TWO_DAYS).minusSeconds(3600))).isZero();
        assertThat(reminders("OPEN")).isEmpty();

        assertThat(due(now.plus(TWO_DAYS))).isOne();
        assertThat(due(now.plus(TWO_DAYS))).isZero();
        assertThat(due(now.plus(Duration.ofDays(6)))).isZero();
        assertThat(reminders("OPEN")).hasSize(1).allSatisfy(task -> {
            assertThat(((Map<?, ?>) task.get("follower")).get("id")).isEqualTo("" + follower);
            assertThat(((Map<?, ?>) task.get("assignee")).get("id")).isEqualTo(shop.staff1Id());
        });
        status(follower).body("status", equalTo(INVITED));
    }

    @Test
    void r15AfterSevenDaysItIsOverAndTheAccountsRoomIsFreeAgain() {
        As.change(As.admin(), "/accounts/{id}", Map.of("capacity", 1), shop.account1());
        List<Long> two = candidates(2);
        give(two.get(0), shop.account1()).statusCode(200);
        step(two.get(0), INVITED).statusCode(200);
        give(two.get(1), shop.account1()).statusCode(409);
        Instant now = clock.instant();
        due(now.plus(TWO_DAYS));
        assertThat(due(now.plus(A_WEEK).minusSeconds(60))).isZero();

        assertThat(due(now.plus(A_WEEK))).isOne();
        assertThat(due(now.plus(A_WEEK))).isZero();
        status(two.get(0)).body("status", equalTo("CANDIDATE")).body("accountId", nullValue());
        As.marketer()
                .get("/shops/{shop}/follower-lists", shop.id())
                .then()
                .body("find { it.tier == 'NEW' }.candidates", equalTo(2))
                .body("find { it.tier == 'NEW' }.invited", equalTo(0));
        assertThat(reminders("OPEN")).isEmpty();
        assertThat(reminders("EXPIRED")).hasSize(1).allSatisfy(task -> assertThat(task.get("reason"))
                .isEqualTo("邀请已过期"));
        give(two.get(1), shop.account1()).statusCode(200);
    }

    @Test
    void r15AfterADayOfDowntimeEachIsRemindedOfOnceLateAndEndsAtItsTime() {
        List<Long> three = candidates(3);
        for (long follower : three) {
            give(follower, shop.account2()).statusCode(200);
            step(follower, INVITED).statusCode(200);
        }
        Instant now = clock.instant();
        assertThat(due(now.plus(Duration.ofDays(3)))).isEqualTo(3);
        assertThat(due(now.plus(Duration.ofDays(3)))).isZero();
        assertThat(reminders("OPEN")).hasSize(3);
        assertThat(due(now.plus(A_WEEK))).isEqualTo(3);
        assertThat(due(now.plus(A_WEEK.plusDays(1)))).isZero();
        three.forEach(follower -> status(follower).body("status", equalTo("CANDIDATE")));
    }

    @Test
    void r15WhatIsOverWhenSomebodyLooksIsNotRemindedOf() {
        long follower = invited();
        assertThat(due(clock.instant().plus(A_WEEK.plusDays(1)))).isOne();
        status(follower).body("status", equalTo("CANDIDATE"));
        assertThat(reminders("OPEN")).isEmpty();
        assertThat(reminders("EXPIRED")).isEmpty();
    }

    @Test
    void r15WhoAnsweredIsNotRemindedAndStays() {
        long added = invited();
        long out = invited();
        step(added, "ADDED").statusCode(200);
        step(out, "OPTED_OUT").statusCode(200);
        due(clock.instant().plus(TWO_DAYS));
        due(clock.instant().plus(A_WEEK));
        status(added).body("status", equalTo("ADDED"));
        status(out).body("status", equalTo("OPTED_OUT"));
        assertThat(reminders("OPEN")).isEmpty();
    }

    @Test
    void r15TheClockFindsThem() {
        long follower = invited();
        Instant later = clock.instant().plus(A_WEEK);
        assertThat(dueWork.dueSince(later)).isPresent();
        dueWork.runDue(later);
        status(follower).body("status", equalTo("CANDIDATE"));
    }

    @Test
    void r15NobodyIsInvitedMoreThanTwiceInNinetyDays() {
        Instant start = clock.instant();
        long follower = invitedTwice();

        give(follower, shop.account1()).statusCode(409).body("violations[0].code", equalTo("InvitationLimit"));
        assertThat(Distributions.run(shop.id(), "{}").getInt("followers.assigned"))
                .isZero();
        status(follower).body("status", equalTo("CANDIDATE")).body("accountId", nullValue());

        ServiceClock.set(start.plus(Duration.ofDays(89)));
        give(follower, shop.account1()).statusCode(409);
        ServiceClock.set(start.plus(Duration.ofDays(90)).plusSeconds(600));
        give(follower, shop.account1()).statusCode(200);
        step(follower, INVITED).statusCode(200);
    }

    @Test
    void r15ALostOneIsNotInvitedAThirdTimeEither() {
        long follower = invited();
        step(follower, "ADDED").statusCode(200);
        step(follower, "LOST").statusCode(200);
        step(follower, INVITED).statusCode(200);
        step(follower, "ADDED").statusCode(200);
        step(follower, "LOST").statusCode(200);
        step(follower, INVITED).statusCode(409).body("violations[0].field", equalTo("status"));
    }

    @Test
    void r7ThatSomebodyWasAddedIsTakenWithoutAnInvitation() {
        long follower = candidates(1).get(0);
        give(follower, shop.account1()).statusCode(200);
        step(follower, "ADDED").statusCode(200).body("status", equalTo("ADDED"));
        As.marketer()
                .get("/shops/{shop}/follower-lists", shop.id())
                .then()
                .body("find { it.tier == 'NEW' }.added", equalTo(1));
    }

    @Test
    void r7ThatSomebodyWasAddedIsTakenWhateverTheLimits() {
        long twice = invitedTwice();
        As.change(As.admin(), "/accounts/{id}", Map.of("capacity", 1), shop.account1());
        long other = candidates(1, "o").get(0);
        give(other, shop.account1()).statusCode(200);
        patch(twice, Map.of("accountId", shop.account1(), "status", "ADDED"))
                .statusCode(200)
                .body("status", equalTo("ADDED"))
                .body("accountId", equalTo(shop.account1()));
    }

    @Test
    void r7AReportOfAThirdInvitationIsTaken() {
        long follower = invitedTwice();
        patch(follower, Map.of("accountId", shop.account1(), "status", "ADDED")).statusCode(200);
        step(follower, "LOST").statusCode(200);
        followers.markInvited(Long.parseLong(shop.id()), follower, "staff1");
        status(follower).body("status", equalTo(INVITED));
    }

    @Test
    void aReminderThatIsDoneBeginsNoOtherInvitation() {
        long follower = invited();
        Instant now = clock.instant();
        due(now.plus(TWO_DAYS));
        String task = reminders("OPEN").get(0).get("id").toString();
        OpenTasks.claim(As.staff1(), task);
        OpenTasks.complete(As.staff1(), task, Map.of("result", Map.of("outcome", INVITED)));
        assertThat(due(now.plus(A_WEEK))).isOne();
        status(follower).body("status", equalTo("CANDIDATE"));
    }

    @Test
    void anInvitationOfWhoWasMergedEndsForWhoStays() {
        long gone = invited();
        long kept = candidates(1, "k").get(0);
        json(As.admin())
                .body(Map.of("keptId", "" + kept, "goneId", "" + gone, "reason", "同一人"))
                .post("/shops/{shop}/buyer-merges", shop.id())
                .then()
                .statusCode(201);
        status(kept).body("status", equalTo(INVITED));
        due(clock.instant().plus(A_WEEK));
        status(kept).body("status", equalTo("CANDIDATE"));
    }

    @Test
    void r15ALossHasAReasonAndADay() {
        long follower = invited();
        step(follower, "ADDED").statusCode(200);
        String yesterday = buyers.today().minusDays(1).toString();
        patch(follower, Map.of("status", "LOST", "lostReason", "DELETED_US", "lostDay", yesterday))
                .statusCode(200)
                .body("lostReason", equalTo("DELETED_US"))
                .body("lostDay", equalTo(yesterday));
        patch(follower, Map.of("status", "ADDED")).statusCode(200).body("lostReason", nullValue());
        step(follower, "LOST")
                .statusCode(200)
                .body("lostReason", equalTo("UNKNOWN"))
                .body("lostDay", equalTo(buyers.today().toString()));
    }

    @Test
    void aLossIsOfWhoIsLostAndNotAhead() {
        long follower = invited();
        patch(follower, Map.of("lostReason", "OTHER")).statusCode(400).body("violations.field", contains("lostReason"));
        step(follower, "ADDED").statusCode(200);
        patch(
                        follower,
                        Map.of(
                                "status",
                                "LOST",
                                "lostDay",
                                buyers.today().plusDays(1).toString()))
                .statusCode(400)
                .body("violations.field", contains("lostDay"))
                .body("violations", hasSize(1));
    }

    private int due(Instant now) {
        return unanswered.runDue(Long.parseLong(shop.id()), now);
    }

    private List<Map<String, Object>> reminders(String status) {
        List<Map<String, Object>> tasks = As.marketer()
                .get("/tasks?shop={shop}&kind=ADD_FRIEND&status={status}&limit=200", shop.id(), status)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        return tasks.stream().filter(task -> REMINDER.equals(task.get("title"))).toList();
    }

    /** On the account of staff1. */
    private long invited() {
        long follower = candidates(1, "i" + System.nanoTime()).get(0);
        give(follower, shop.account1()).statusCode(200);
        step(follower, INVITED).statusCode(200);
        return follower;
    }

    /** Both times without an answer. */
    private long invitedTwice() {
        long follower = invited();
        due(clock.instant().plus(A_WEEK));
        give(follower, shop.account1()).statusCode(200);
        step(follower, INVITED).statusCode(200);
        due(clock.instant().plus(A_WEEK));
        return follower;
    }

    private List<Long> candidates(int count) {
        return candidates(count, "b");
    }

    private List<Long> candidates(int count, String name) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(buyers.add(shop, name + i, buyers.today()));
        }
        buyers.changed(shop);
        return ids;
    }

    private ValidatableResponse give(long follower, String account) {
        return patch(follower, Map.of("accountId", account));
    }

    private ValidatableResponse step(long follower, String status) {
        return patch(follower, Map.of("status", status));
    }

    private ValidatableResponse patch(long follower, Map<String, Object> change) {
        return json(As.marketer())
                .header("If-Match", "*")
                .body(change)
                .patch("/followers/" + follower)
                .then();
    }

    private static ValidatableResponse status(long follower) {
        return As.marketer().get("/followers/" + follower).then().statusCode(200);
    }
}

package io.siyu.team;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

@QuarkusTest
@QuarkusTestResource(Database.class)
class StaffFiguresResourceTest {
    /** The first instant of 1 March 2026 in the shop's zone. */
    private static final Instant MARCH = Instant.parse("2026-02-28T16:00:00Z");

    private static final String PATH = "/shops/{shop}/staff-figures?from=2026-03-01&to=2026-03-31";

    @Inject
    Sql sql;

    private TestShop shop;

    @BeforeEach
    void foundShop() {
        shop = TestShop.create();
    }

    private static Instant hour(int hours) {
        return MARCH.plus(Duration.ofHours(hours));
    }

    @Test
    void r14StaffFiguresTellWhatEachMemberDid() {
        task("MOMENT", "DONE", shop.staff1Id(), hour(10), hour(10));
        task("MOMENT", "DONE", shop.staff1Id(), hour(10), hour(11));
        task("MOMENT", "SKIPPED", shop.staff1Id(), hour(10), hour(9));
        task("MOMENT", "EXPIRED", shop.staff1Id(), hour(10), null);
        task("MOMENT", "EXPIRED", null, hour(10), null);
        sql.update(
                "UPDATE task SET reason_code = 'MOOT' WHERE shop_id = ? AND id = ?",
                shop.id(),
                task("MOMENT", "EXPIRED", shop.staff1Id(), hour(10), null));
        task("MOMENT", "DONE", shop.staff1Id(), MARCH.minusSeconds(1), MARCH.minusSeconds(2));
        task("MOMENT", "DONE", shop.staff1Id(), hour(31 * 24), hour(31 * 24));
        String list = task("PRIVATE", "DONE", shop.staff2Id(), hour(31 * 24 - 1), hour(31 * 24 - 2));
        recipient(list, shop.staff2Id(), "SENT");
        recipient(list, shop.staff2Id(), "SENT");
        recipient(list, shop.staff1Id(), "SENT");
        recipient(list, shop.staff2Id(), "FAILED");
        recipient(list, null, "MISSED");
        long byOwner = follower(shop.account1(), hour(5));
        long byHelper = follower(shop.account1(), hour(6));
        follower(shop.account1(), MARCH.minusSeconds(1));
        sql.update(
                "UPDATE task SET follower_id = ?, kind = 'ADD_FRIEND' WHERE shop_id = ? AND id = ?",
                byHelper,
                shop.id(),
                task("MOMENT", "DONE", shop.staff2Id(), hour(7), hour(6)));
        lose(byOwner, shop.account2(), LocalDate.of(2026, 3, 31));
        lose(byOwner, shop.account2(), LocalDate.of(2026, 4, 1));
        breach(shop.staff1Id(), hour(3));
        breach(shop.staff1Id(), hour(-3));
        feedback(shop.marketerStaffId(), 90, hour(8));
        feedback(shop.marketerStaffId(), 60, hour(9));
        feedback(shop.marketerStaffId(), 600, hour(-9));

        JsonPath seen = As.seen(As.marketer(), PATH, shop.id());

        assertThat(figures(
                        seen,
                        "STAFF1",
                        "onTime",
                        "late",
                        "skipped",
                        "expired",
                        "sent",
                        "failed",
                        "adds",
                        "losses",
                        "breaches"))
                .containsExactly(1, 1, 1, 1, 1, 0, 1, 0, 1);
        assertThat(seen.getDouble("items.find { it.name == 'STAFF1' }.onTimeRate"))
                .isEqualTo(0.25);
        assertThat(figures(
                        seen,
                        "STAFF2",
                        "onTime",
                        "late",
                        "skipped",
                        "expired",
                        "sent",
                        "failed",
                        "adds",
                        "losses",
                        "breaches"))
                .containsExactly(2, 0, 0, 0, 2, 1, 1, 1, 0);
        assertThat(figures(seen, "MARKETER", "loops", "onTime")).containsExactly(2, 0);
        assertThat(seen.getDouble("items.find { it.name == 'MARKETER' }.meanLoopHours"))
                .isEqualTo(1.25);
        assertThat(seen.<Object>get("items.find { it.name == 'MARKETER' }.onTimeRate"))
                .isNull();
        assertThat(seen.getList("items.name")).doesNotContain("INTEGRATION");
    }

    @Test
    void r14StaffSeeTheirOwnRowAndMarketersAll() {
        As.staff1().get(PATH, shop.id()).then().statusCode(200).body("items.staffId", contains(shop.staff1Id()));
        assertThat(As.seen(As.admin(), PATH, shop.id()).getList("items.staffId"))
                .contains(shop.adminStaffId(), shop.staff1Id(), shop.staff2Id());
        As.integration().get(PATH, shop.id()).then().statusCode(403);
        As.nobody().get(PATH, shop.id()).then().statusCode(401);
        As.marketer().get(PATH, "4711").then().statusCode(404);
    }

    @Test
    void staffFiguresAreOfAtMost366Days() {
        String path = "/shops/" + shop.id() + "/staff-figures";
        As.marketer().get(path).then().statusCode(200);
        As.marketer().get(path + "?from=2025-03-01&to=2026-03-01").then().statusCode(200);
        As.marketer().get(path + "?from=2025-02-28&to=2026-03-01").then().statusCode(400);
        As.marketer().get(path + "?from=2026-03-02&to=2026-03-01").then().statusCode(400);
        As.marketer().get(path + "?from=yesterday").then().statusCode(400);
    }

    private static List<Integer> figures(JsonPath seen, String name, String... fields) {
        return List.of(fields).stream()
                .map(field -> seen.getInt("items.find { it.name == '" + name + "' }." + field))
                .toList();
    }

    private String task(String kind, String status, String staff, Instant dueAt, Instant closedAt) {
        long id = Id.nextValue();
        sql.update(
                "INSERT INTO task (shop_id, id, kind, status, priority, post_id, account_id, occurrence,"
                        + " assignee_staff_id, opens_at, due_at, closed_at, closed_by_staff_id)"
                        + " VALUES (?,?,?,?,1,?,?,'1',?,?,?,?,?)",
                shop.id(),
                id,
                kind,
                status,
                id,
                shop.account1(),
                staff,
                dueAt.minusSeconds(60),
                dueAt,
                closedAt == null ? dueAt : closedAt,
                closedAt == null ? null : staff);
        return Long.toString(id);
    }

    private void recipient(String task, String staff, String state) {
        long follower = Id.nextValue();
        sql.update(
                "INSERT INTO task_recipient (shop_id, task_id, follower_id, buyer_id, tier, state, reported_by)"
                        + " VALUES (?,?,?,?,'NEW',?,?)",
                shop.id(),
                task,
                follower,
                follower,
                state,
                staff);
    }

    private long follower(String account, Instant addedAt) {
        long buyer = Id.nextValue();
        sql.update(
                "INSERT INTO follower (shop_id, id, version, buyer_id, account_id, status, tier, added_at, created_at,"
                        + " updated_at) VALUES (?,?,0,?,?,'ADDED','NEW',?,?,?)",
                shop.id(),
                buyer,
                buyer,
                account,
                addedAt,
                addedAt,
                addedAt);
        return buyer;
    }

    private void lose(long follower, String account, LocalDate day) {
        sql.update(
                "INSERT INTO follower_loss (shop_id, id, follower_id, account_id, day, reason, told_at)"
                        + " VALUES (?,?,?,?,?,'OTHER',?)",
                shop.id(),
                Id.nextValue(),
                follower,
                account,
                day,
                MARCH);
    }

    private void breach(String staff, Instant at) {
        long id = Id.nextValue();
        sql.update(
                "INSERT INTO contact_breach (shop_id, id, broken, task_id, sent_to, staff_id, at, allowed, counted,"
                        + " recorded_at) VALUES (?,?,'QUIET_HOURS',?,0,?,?,0,1,?)",
                shop.id(),
                id,
                id,
                staff,
                at,
                at);
    }

    private void feedback(String owner, int minutes, Instant confirmedAt) {
        sql.update(
                "INSERT INTO feedback (shop_id, id, kind, text, status, reporter_staff_id, owner_staff_id, due_at,"
                        + " reported_at, confirmed_at, loop_minutes) VALUES (?,?,'IDEA','好','CONFIRMED',?,?,?,?,?,?)",
                shop.id(),
                Id.nextValue(),
                shop.staff1Id(),
                owner,
                confirmedAt,
                confirmedAt,
                confirmedAt,
                minutes);
    }
}

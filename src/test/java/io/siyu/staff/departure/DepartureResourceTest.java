package io.siyu.staff.departure;

import io.quarkus.narayana.jta.QuarkusTransaction;
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
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

/** R14: somebody leaves in good order. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class DepartureResourceTest {
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

    @Test
    void r14AccountsAndUndoneWorkMoveAndAClaimStaysWhoevers() {
        String planned = tasks.plan(
                shop, TaskKind.MOMENT, shop.staff1Id(), clock.instant().plus(Duration.ofDays(1)));
        String open = tasks.put(shop, TaskKind.MOMENT, shop.staff1Id());
        String heldByOther = tasks.put(shop, TaskKind.GROUP, shop.staff1Id());
        String held = tasks.put(shop, TaskKind.GROUP, shop.staff1Id());
        OpenTasks.claim(As.marketer(), heldByOther);
        OpenTasks.claim(As.staff1(), held);

        leave(Map.of("takeoverStaffId", shop.staff2Id()))
                .statusCode(200)
                .body("accountIds", contains(shop.account1()))
                .body("takeoverStaffId", equalTo(shop.staff2Id()));
        leave(Map.of("takeoverStaffId", shop.staff2Id())).statusCode(200);

        As.admin().get("/staff/{id}", shop.staff1Id()).then().body("status", equalTo("LEFT"));
        As.admin().get("/accounts/{id}", shop.account1()).then().body("ownerStaffId", equalTo(shop.staff2Id()));
        for (String task : List.of(planned, open, heldByOther, held)) {
            task(task).body("assignee.id", equalTo(shop.staff2Id()));
        }
        task(held).body("holder.id", equalTo(shop.staff1Id()));
        task(heldByOther).body("holder.displayName", equalTo("MARKETER"));
        OpenTasks.complete(As.marketer(), heldByOther, Map.of());
        As.staff1().get("/tasks/{id}", open).then().statusCode(404);
        OpenTasks.claim(As.staff2(), open);
    }

    @Test
    void r14ADepartureIsUndoableForADay() {
        String mine = tasks.put(shop, TaskKind.MOMENT, shop.staff1Id());
        String byHand = tasks.put(shop, TaskKind.MOMENT, shop.staff2Id());
        String done = tasks.put(shop, TaskKind.GROUP, shop.staff1Id());
        leave(Map.of("takeoverStaffId", shop.staff2Id())).statusCode(200);
        OpenTasks.claim(As.staff2(), done);
        OpenTasks.complete(As.staff2(), done, Map.of());
        String since = tasks.put(shop, TaskKind.MOMENT, shop.staff2Id());

        json(As.admin()).delete("/staff/{id}/departure", shop.staff1Id()).then().statusCode(204);
        As.admin().get("/staff/{id}", shop.staff1Id()).then().body("status", equalTo("ACTIVE"));
        As.admin().get("/accounts/{id}", shop.account1()).then().body("ownerStaffId", equalTo(shop.staff1Id()));
        task(mine).body("assignee.id", equalTo(shop.staff1Id()));
        task(since).body("assignee.id", equalTo(shop.staff1Id()));
        task(byHand).body("assignee.id", equalTo(shop.staff2Id()));
        task(done).body("assignee.id", equalTo(shop.staff2Id()));
        OpenTasks.claim(As.staff1(), mine);
        json(As.admin()).delete("/staff/{id}/departure", shop.staff1Id()).then().statusCode(404);

        leave(Map.of("takeoverStaffId", shop.staff2Id())).statusCode(200);
        ServiceClock.set(clock.instant().plus(Duration.ofDays(1)).plusSeconds(1));
        json(As.admin())
                .delete("/staff/{id}/departure", shop.staff1Id())
                .then()
                .statusCode(409)
                .body("violations[0].code", equalTo("TooLate"));
    }

    @Test
    void r14OnlySomebodyElseWhoWorksHereTakesOver() {
        String integration =
                As.admin().get("/shops/{shop}/staff", shop.id()).path("items.find { it.username == 'integration' }.id");
        // The marketer has not come in yet.
        for (String nobody : List.of(shop.staff1Id(), integration, shop.id(), shop.marketerStaffId())) {
            leave(Map.of("takeoverStaffId", nobody))
                    .statusCode(400)
                    .body("violations[0].code", equalTo("UnknownStaff"));
        }
        leave(Map.of("takeoverStaffId", shop.staff2Id())).statusCode(200);
        leave(Map.of("takeoverStaffId", shop.adminStaffId())).statusCode(409);
    }

    @Test
    void r14FarewellAndHelloAreWrittenToTheFollowersOnWish() {
        List<Long> friends = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            friends.add(buyers.add(shop, "b" + i, buyers.today().minusDays(1)));
        }
        buyers.changed(shop);
        buyers.follow(shop.account1(), friends.get(0), friends.get(1));
        buyers.follow(shop.account2(), friends.get(2));
        String farewell = script("再见", "{{昵称}}，我要离开了，{{承接号}}还在", "PRIVATE");
        String moment = script("早安", "早安", "MOMENT");
        leave(Map.of("takeoverStaffId", shop.staff2Id(), "farewellScriptId", moment))
                .statusCode(400)
                .body("violations[0].code", equalTo("UnknownScript"));
        As.admin().get("/staff/{id}", shop.staff1Id()).then().body("status", equalTo("ACTIVE"));

        leave(Map.of("takeoverStaffId", shop.staff2Id(), "farewellScriptId", farewell, "helloScriptId", farewell))
                .statusCode(200);
        List<Map<String, Object>> made = planned();
        assertThat(made).hasSize(2).allSatisfy(task -> {
            assertThat(task.get("kind")).isEqualTo("PRIVATE");
            assertThat(((Map<?, ?>) task.get("assignee")).get("id")).isEqualTo(shop.staff2Id());
            assertThat(((Map<?, ?>) task.get("recipientCounts")).get("total")).isEqualTo(2);
            assertThat(task.get("copy").toString()).contains("小雅还在");
        });

        json(As.admin()).delete("/staff/{id}/departure", shop.staff1Id()).then().statusCode(204);
        assertThat(planned()).isEmpty();
    }

    @Test
    void r14AThousandTasksMoveInSeconds() {
        int many = 1000;
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update(
                        "INSERT INTO task (shop_id, id, kind, status, priority, post_id, account_id, occurrence,"
                                + " assignee_staff_id, opens_at, due_at) SELECT ?, seq + 1, 'MOMENT', 'OPEN', 3, seq + 1, ?, '1',"
                                + " ?, '2026-01-01', '2026-01-02' FROM ("
                                + " SELECT a.n + 10 * b.n + 100 * c.n AS seq FROM " + digits("a") + ", " + digits("b")
                                + ", "
                                + digits("c") + ") s",
                        Long.valueOf(shop.id()),
                        Long.valueOf(shop.account1()),
                        Long.valueOf(shop.staff1Id())));
        long begun = System.nanoTime();
        leave(Map.of("takeoverStaffId", shop.staff2Id())).statusCode(200);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        assertThat(sql.list(
                        "SELECT COUNT(*) AS n FROM task WHERE shop_id = ? AND assignee_staff_id = ?",
                        row -> row.intAt("n"),
                        Long.valueOf(shop.id()),
                        Long.valueOf(shop.staff2Id())))
                .containsExactly(many);
    }

    private static String digits(String as) {
        return "(SELECT 0 AS n UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5"
                + " UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9) " + as;
    }

    private List<Map<String, Object>> planned() {
        List<Map<String, Object>> found = new ArrayList<>();
        for (String status : List.of("PLANNED", "OPEN")) {
            found.addAll(As.marketer()
                    .get("/tasks?shop={shop}&status={status}", shop.id(), status)
                    .then()
                    .statusCode(200)
                    .extract()
                    .<List<Map<String, Object>>>path("items"));
        }
        return found;
    }

    private String script(String title, String copy, String kind) {
        return As.make(
                As.marketer(),
                "/shops/{shop}/scripts",
                Map.of("title", title, "copy", copy, "kind", kind, "line", "PERSONA", "media", List.of()),
                shop.id());
    }

    private ValidatableResponse leave(Map<String, Object> body) {
        return json(As.admin())
                .body(body)
                .put("/staff/{id}/departure", shop.staff1Id())
                .then();
    }

    private static ValidatableResponse task(String id) {
        return As.marketer().get("/tasks/{id}", id).then().statusCode(200);
    }
}

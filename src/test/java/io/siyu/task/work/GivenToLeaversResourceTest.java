package io.siyu.task.work;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.siyu.platform.sql.Sql;
import io.siyu.staff.StaffRepository;
import io.siyu.support.As;
import io.siyu.support.Buyers;
import io.siyu.support.Database;
import io.siyu.support.Distributions;
import io.siyu.support.OpenTasks;
import io.siyu.support.TestShop;
import io.siyu.support.Waiting;
import io.siyu.task.Task;
import io.siyu.task.TaskContent;
import io.siyu.task.TaskKind;
import io.siyu.task.TaskOrigin;
import io.siyu.task.TaskRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static io.siyu.support.As.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** Somebody is put out while others are giving that person work. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class GivenToLeaversResourceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Inject
    StaffRepository staff;

    @Inject
    TaskRepository tasks;

    @Inject
    OpenTasks open;

    @Inject
    Buyers buyers;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    private final ExecutorService other = Executors.newSingleThreadExecutor();
    private TestShop shop;

    @BeforeEach
    void foundShop() {
        shop = TestShop.create();
        // So that no request of another thread has to make a token.
        List.of("admin", "marketer", "staff2").forEach(As::token);
    }

    @AfterEach
    void endThread() {
        other.shutdownNow();
    }

    @Test
    void anAccountIsNotOpenedForWhoIsJustLeaving() throws Exception {
        refused(() -> json(As.admin())
                .body(Map.of("name", "新号", "kind", "WECOM", "ownerStaffId", shop.staff1Id(), "persona", "店员"))
                .post("/shops/{shop}/accounts", shop.id()));
    }

    @Test
    void anAccountIsNotHandedToWhoIsJustLeaving() throws Exception {
        refused(() -> json(As.admin())
                .header("If-Match", "*")
                .body(Map.of("ownerStaffId", shop.staff1Id()))
                .patch("/accounts/{id}", shop.account2()));
    }

    @Test
    void aTaskIsNotHandedOverToWhoIsJustLeaving() throws Exception {
        String task = open.put(shop, TaskKind.MOMENT, shop.staff2Id());
        refused(() -> json(As.marketer())
                .body(Map.of("staffId", shop.staff1Id(), "reason", "x"))
                .put("/tasks/{id}/handover", task));
        task(task).body("assignee.id", equalTo(shop.staff2Id()));
    }

    @Test
    void aFeedbackIsNotEntrustedToWhoIsJustLeaving() throws Exception {
        String feedback =
                As.make(As.staff2(), "/shops/{shop}/feedback", Map.of("kind", "OBJECTION", "text", "嫌贵"), shop.id());
        refused(() -> json(As.marketer())
                .body(Map.of("ownerStaffId", shop.staff1Id()))
                .put("/feedback/{id}/triage", feedback));
    }

    @Test
    void aReportGoesToSomebodyWhoStays() throws Exception {
        Future<Response> report = whileLeaving(shop.marketerStaffId(), () -> json(As.staff2())
                .body(Map.of("kind", "OBJECTION", "text", "嫌贵"))
                .post("/shops/{shop}/feedback", shop.id()));
        report.get().then().statusCode(201).body("owner.id", equalTo(shop.adminStaffId()));
    }

    @Test
    void whatIsDistributedToWhoIsJustLeavingIsThePools() throws Exception {
        candidates(3);
        Future<String> done = whileLeaving(
                shop.staff1Id(), () -> Distributions.run(shop.id(), "{\"accounts\": [\"" + shop.account1() + "\"]}")
                        .getString("followers.assigned"));
        assertThat(done.get()).isEqualTo("3");
        assertThat(assignees()).hasSize(3).containsOnlyNulls();
    }

    @Test
    void whoIsMovedToTheAccountOfWhoIsJustLeavingIsThePools() throws Exception {
        String follower = candidates(1).get(0).toString();
        String version = As.marketer().get("/followers/{id}", follower).header("ETag");
        Future<Response> moved = whileLeaving(shop.staff1Id(), () -> json(As.marketer())
                .header("If-Match", version)
                .body(Map.of("accountId", shop.account1()))
                .patch("/followers/{id}", follower));
        moved.get().then().statusCode(200);
        assertThat(assignees()).hasSize(1).containsOnlyNulls();
    }

    @Test
    void whatWasGivenBeforeIsFreedByWhoPutsOut() throws Exception {
        Task given = Task.planned(
                shopId(),
                new TaskOrigin(TaskKind.MOMENT, null, null, 7L, Long.valueOf(shop.account1()), null, "1"),
                TaskContent.titled("早安"),
                Long.valueOf(shop.staff1Id()),
                clock.instant(),
                clock.instant().plus(Duration.ofHours(1)));
        given.open();
        Future<Response> putOut = QuarkusTransaction.requiringNew().call(() -> {
            assertThat(staff.lockWorking(shopId(), Long.parseLong(shop.staff1Id())))
                    .isPresent();
            tasks.persist(given);
            tasks.flush();
            return waiting(() -> json(As.admin())
                    .header("If-Match", "*")
                    .body(Map.of("active", false))
                    .patch("/staff/{id}", shop.staff1Id()));
        });
        putOut.get().then().statusCode(200);
        task(Long.toString(given.id())).body("assignee", nullValue());
    }

    private void refused(Callable<Response> giving) throws Exception {
        whileLeaving(shop.staff1Id(), giving)
                .get()
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("UnknownStaff"));
    }

    /** Everything that a deactivation writes is written, and nothing is committed until somebody waits for it. */
    private <T> Future<T> whileLeaving(String staffId, Callable<T> giving) {
        return QuarkusTransaction.requiringNew().call(() -> {
            // Or the person could go on in no shop at all: each request would find an invitation of nobody invited.
            sql.update(
                    "DELETE FROM staff_invitation WHERE shop_id = ? AND staff_id = ? AND username ="
                            + " (SELECT username FROM staff WHERE shop_id = ? AND id = ?)",
                    shopId(),
                    Long.valueOf(staffId),
                    shopId(),
                    Long.valueOf(staffId));
            sql.update(
                    "UPDATE staff SET status = 'INACTIVE', version = version + 1 WHERE shop_id = ? AND id = ?",
                    shopId(),
                    Long.valueOf(staffId));
            return waiting(giving);
        });
    }

    /** @return what has begun, and waits for this transaction unless it is over already */
    private <T> Future<T> waiting(Callable<T> work) {
        Future<T> result = other.submit(work);
        Waiting.until("the other one waits", PATIENCE, () -> result.isDone() || isSomebodyWaiting());
        return result;
    }

    private boolean isSomebodyWaiting() {
        return !sql.list(
                        "SELECT trx_id FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'"
                                + " AND LOWER(trx_query) LIKE '%staff%'",
                        row -> 1)
                .isEmpty();
    }

    private List<Long> candidates(int many) {
        for (int i = 0; i < many; i++) {
            buyers.add(shop, "b" + i, LocalDate.now(clock));
        }
        buyers.changed(shop);
        return sql.list("SELECT id FROM follower WHERE shop_id = ?", row -> row.longAt("id"), shopId());
    }

    private List<Long> assignees() {
        return sql.list(
                "SELECT assignee_staff_id FROM task WHERE shop_id = ?",
                row -> row.nullableLongAt("assignee_staff_id"),
                shopId());
    }

    private long shopId() {
        return Long.parseLong(shop.id());
    }

    private static io.restassured.response.ValidatableResponse task(String id) {
        return As.marketer().get("/tasks/{id}", id).then().statusCode(200);
    }
}

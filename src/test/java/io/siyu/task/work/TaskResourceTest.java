package io.siyu.task.work;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.siyu.platform.sql.Sql;
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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import static io.siyu.support.As.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(Database.class)
class TaskResourceTest {
    @Inject
    OpenTasks tasks;

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
    void ofTwentyWhoRaceForATaskOneWins() throws Exception {
        String task = open(TaskKind.MOMENT, null);
        AtomicInteger turn = new AtomicInteger();
        List<Response> answers = race(20, () -> json(turn.getAndIncrement() % 2 == 0 ? As.staff1() : As.staff2())
                .put("/tasks/{id}/claim", task));

        // Whoever holds it may say so again.
        assertThat(answers).filteredOn(r -> r.statusCode() == 200).hasSize(10);
        assertThat(answers).filteredOn(r -> r.statusCode() == 409).hasSize(10);
        assertThat(answers)
                .filteredOn(r -> r.statusCode() == 409)
                .allSatisfy(r -> assertThat(r.<String>path("code")).isEqualTo("TASK_TAKEN"))
                .allSatisfy(r -> assertThat(r.<String>path("detail")).contains("STAFF"));
        assertThat(countEvents(task, "CLAIMED")).isEqualTo(1);
    }

    @Test
    void thoseWhoRaceForTheMostUrgentShareOutTheWorkAndNothingTwice() throws Exception {
        for (int i = 0; i < 12; i++) {
            open(TaskKind.GROUP, null);
        }
        List<Response> answers = race(10, () -> json(As.staff1())
                .body(Map.of("shop", shop.id(), "limit", 2))
                .post("/task-claims"));

        assertThat(answers).allSatisfy(r -> assertThat(r.statusCode()).isEqualTo(200));
        List<String> claimed = answers.stream()
                .flatMap(r -> r.<List<String>>path("items.id").stream())
                .toList();
        assertThat(claimed).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(12).hasSizeGreaterThan(6);
    }

    @Test
    void theQueueIsOrderedByDueTimeThenPriorityAndPaged() {
        Instant nine = clock.instant();
        String later = open(TaskKind.PRIVATE, shop.staff1Id(), nine.plus(Duration.ofHours(2)));
        String moment = open(TaskKind.MOMENT, shop.staff1Id(), nine);
        String chat = open(TaskKind.PRIVATE, shop.staff1Id(), nine);
        String pool = open(TaskKind.GROUP, null, nine.minus(Duration.ofHours(5)));

        As.staff1()
                .get("/tasks?shop={shop}", shop.id())
                .then()
                .statusCode(200)
                .body("items.id", contains(pool, chat, moment, later))
                .body("items[0].overdue", equalTo(true))
                .body("items[1].overdue", equalTo(false))
                .body("items[1].assignee.displayName", equalTo("STAFF1"));
        String next = As.staff1().get("/tasks?shop={shop}&limit=3", shop.id()).path("next");
        As.staff1()
                .get("/tasks?shop={shop}&limit=3&after={next}", shop.id(), next)
                .then()
                .body("items.id", contains(later))
                .body("next", nullValue());
        As.staff1()
                .get("/tasks?shop={shop}&mine=true&kind=PRIVATE", shop.id())
                .then()
                .body("items.id", contains(chat, later));
        As.staff1().get("/tasks?limit=200").then().body("items.id", hasItem(chat));
    }

    @Test
    void staffSeeTheirOwnAndThePoolAndMarketersAll() {
        String ofStaff1 = open(TaskKind.MOMENT, shop.staff1Id());
        String ofPool = open(TaskKind.MOMENT, null);

        As.staff2().get("/tasks?shop={shop}", shop.id()).then().body("items.id", contains(ofPool));
        As.staff2().get("/tasks/{id}", ofStaff1).then().statusCode(404);
        json(As.staff2()).put("/tasks/{id}/claim", ofStaff1).then().statusCode(404);
        json(As.staff2())
                .body(Map.of("reason", "x"))
                .put("/tasks/{id}/skip", ofStaff1)
                .then()
                .statusCode(404);
        As.marketer().get("/tasks?shop={shop}", shop.id()).then().body("items", hasSize(2));
        As.marketer().get("/tasks/{id}", ofStaff1).then().statusCode(200).body("id", equalTo(ofStaff1));
    }

    @Test
    void nobodyTheWrongRoleAndTheWrongShopGetNowhere() {
        String task = open(TaskKind.MOMENT, null);
        As.nobody().get("/tasks").then().statusCode(401);
        As.integration().get("/tasks").then().statusCode(403);
        String foreign =
                json(As.admin()).body(Map.of("name", "Foreign")).post("/shops").path("id");
        As.marketer().get("/tasks?shop={shop}", foreign).then().statusCode(404);
        As.staff1().get("/tasks/{id}", "12345").then().statusCode(404);
        As.staff1().get("/tasks?status=LATE").then().statusCode(400).body("violations[0].field", equalTo("status"));
        json(As.staff1())
                .body("{\"result\": {\"stars\": 5}}")
                .put("/tasks/{id}/completion", task)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("result.stars"));
    }

    @Test
    void aLeaseLapsesByTheClockAndTheTaskIsFreeAgain() {
        String task = open(TaskKind.MOMENT, shop.staff1Id());
        json(As.staff1())
                .put("/tasks/{id}/claim", task)
                .then()
                .statusCode(200)
                .body("status", equalTo("CLAIMED"))
                .body("leaseUntil", notNullValue())
                .body("holder.displayName", equalTo("STAFF1"));
        ServiceClock.set(clock.instant().plus(Duration.ofMinutes(29)));
        As.staff1().get("/tasks/{id}", task).then().body("status", equalTo("CLAIMED"));

        ServiceClock.set(clock.instant().plus(Duration.ofMinutes(2)));
        As.staff1()
                .get("/tasks/{id}", task)
                .then()
                .body("status", equalTo("OPEN"))
                .body("holder", nullValue());
        complete(As.staff1(), task, "{}").then().statusCode(409).body("code", equalTo("STATE_CONFLICT"));
        OpenTasks.claim(As.marketer(), task);
        complete(As.staff1(), task, "{}")
                .then()
                .statusCode(409)
                .body("code", equalTo("TASK_TAKEN"))
                .body("detail", containsString("MARKETER"));
        assertThat(countEvents(task, "LEASE_LAPSED")).isEqualTo(1);
    }

    @Test
    void aCompletionCanBeSentAgainButNotAnother() {
        String task = open(TaskKind.MOMENT, shop.staff1Id());
        OpenTasks.claim(As.staff1(), task);
        complete(As.staff1(), task, "{\"proofMaterialIds\": [\"77\"]}")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("proofMaterialIds[0]"));
        String body = "{\"result\": {\"likes\": 12, \"comments\": 3, \"note\": \"好评多\"}}";
        for (int i = 0; i < 2; i++) {
            complete(As.staff1(), task, body)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("DONE"))
                    .body("completion.result.likes", equalTo(12))
                    .body("completion.result.note", equalTo("好评多"));
        }
        complete(As.staff1(), task, "{}").then().statusCode(409);
        assertThat(countEvents(task, "DONE")).isEqualTo(1);
        As.staff1().get("/tasks?shop={shop}", shop.id()).then().body("items", empty());
        As.staff1().get("/tasks?shop={shop}&status=DONE", shop.id()).then().body("items.id", contains(task));
    }

    @Test
    void recipientsAreTickedOffOneByOneAndTheRestIsMissed() {
        String task = open(TaskKind.PRIVATE, shop.staff1Id());
        recipients(task, 101, 102, 103, 104);
        tick(As.staff1(), task, 101, "SENT").then().statusCode(409);
        OpenTasks.claim(As.staff1(), task);
        for (int i = 0; i < 2; i++) {
            tick(As.staff1(), task, 101, "SENT").then().statusCode(200).body("state", equalTo("SENT"));
        }
        tick(As.staff1(), task, 102, "FAILED").then().statusCode(400).body("violations[0].field", equalTo("reason"));
        json(As.staff1())
                .body(Map.of("outcome", "FAILED", "reason", "发不出去"))
                .put("/tasks/{id}/recipients/102", task)
                .then()
                .statusCode(200);
        tick(As.staff1(), task, 999, "SENT").then().statusCode(404);
        tick(As.staff1(), task, 103, "MISSED").then().statusCode(400);
        tick(As.marketer(), task, 103, "SENT").then().statusCode(409).body("code", equalTo("TASK_TAKEN"));
        As.staff1()
                .get("/tasks/{id}", task)
                .then()
                .body("recipients", hasSize(4))
                .body("recipientCounts.pending", equalTo(2))
                .body("recipientCounts.sent", equalTo(1));
        As.staff1()
                .get("/tasks/{id}/recipients?limit=3", task)
                .then()
                .body("items.followerId", contains("101", "102", "103"))
                .body("next", notNullValue());

        complete(As.staff1(), task, "{\"recipients\": [\"103\", \"777\"]}")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("recipients[1]"));
        complete(As.staff1(), task, "{\"recipients\": [\"103\"]}")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("restReason"));
        complete(As.staff1(), task, "{\"recipients\": [\"103\"], \"restReason\": \"下班了\"}")
                .then()
                .statusCode(200)
                .body("reason", equalTo("下班了"))
                .body("recipientCounts.sent", equalTo(2))
                .body("recipientCounts.failed", equalTo(1))
                .body("recipientCounts.missed", equalTo(1))
                .body("recipientCounts.pending", equalTo(0));
        As.staff1()
                .get("/tasks/{id}/recipients", task)
                .then()
                .body("items.find { it.followerId == '104' }.reason", equalTo("下班了"));
        // R7: it had happened all the same.
        tick(As.staff1(), task, 104, "SENT").then().statusCode(200).body("state", equalTo("SENT"));
    }

    @Test
    void tickingOffKeepsTheLeaseAlive() {
        String task = open(TaskKind.PRIVATE, shop.staff1Id());
        recipients(task, 201, 202);
        OpenTasks.claim(As.staff1(), task);
        ServiceClock.set(clock.instant().plus(Duration.ofMinutes(25)));
        tick(As.staff1(), task, 201, "SENT").then().statusCode(200);
        ServiceClock.set(clock.instant().plus(Duration.ofMinutes(25)));
        As.staff1().get("/tasks/{id}", task).then().body("status", equalTo("CLAIMED"));
        tick(As.staff1(), task, 202, "SENT").then().statusCode(200);
    }

    @Test
    void putOffWorkIsHiddenUntilItsTime() {
        ServiceClock.set(Instant.parse("2027-03-01T02:00:00Z"));
        String task = open(TaskKind.MOMENT, shop.staff1Id());
        snooze(task, "2027-03-01T09:59:00+08:00").then().statusCode(400).body("violations[0].code", equalTo("Past"));
        snooze(task, "2027-03-02T09:00:00+08:00").then().statusCode(400).body("violations[0].code", equalTo("TooFar"));
        snooze(task, "2027-03-01T14:00:00+08:00").then().statusCode(200).body("snoozedUntil", notNullValue());
        As.staff1().get("/tasks?shop={shop}", shop.id()).then().body("items", empty());
        As.staff1().get("/tasks?shop={shop}&status=OPEN", shop.id()).then().body("items", empty());
        As.staff1().get("/tasks?shop={shop}&snoozed=true", shop.id()).then().body("items.id", contains(task));

        ServiceClock.set(Instant.parse("2027-03-01T06:00:00Z"));
        As.staff1()
                .get("/tasks?shop={shop}", shop.id())
                .then()
                .body("items.id", contains(task))
                .body("items[0].snoozedUntil", nullValue());
    }

    @Test
    void handedOverWorkChangesQueues() {
        String task = open(TaskKind.MOMENT, shop.staff1Id());
        OpenTasks.claim(As.staff1(), task);
        json(As.staff1())
                .body(Map.of("staffId", "4711", "reason", "休息"))
                .put("/tasks/{id}/handover", task)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("staffId"));
        json(As.staff1())
                .body(Map.of("staffId", shop.staff2Id(), "reason", "休息"))
                .put("/tasks/{id}/handover", task)
                .then()
                .statusCode(200)
                .body("assignee.id", equalTo(shop.staff2Id()))
                .body("status", equalTo("OPEN"));
        As.staff1().get("/tasks?shop={shop}", shop.id()).then().body("items.id", not(hasItem(task)));
        As.staff2().get("/tasks?shop={shop}", shop.id()).then().body("items.id", contains(task));
    }

    @Test
    void aSkipNeedsAReason() {
        String task = open(TaskKind.MOMENT, shop.staff1Id());
        json(As.staff1())
                .body(Map.of("reason", " "))
                .put("/tasks/{id}/skip", task)
                .then()
                .statusCode(400);
        json(As.staff1())
                .body(Map.of("reason", "图片没到"))
                .put("/tasks/{id}/skip", task)
                .then()
                .statusCode(200)
                .body("status", equalTo("SKIPPED"))
                .body("reason", equalTo("图片没到"));
    }

    private String open(TaskKind kind, String assignee) {
        return open(kind, assignee, clock.instant());
    }

    private String open(TaskKind kind, String assignee, Instant opensAt) {
        return tasks.put(shop, kind, assignee, opensAt);
    }

    private void recipients(String task, long... followers) {
        for (long follower : followers) {
            sql.update(
                    "INSERT INTO task_recipient (shop_id, task_id, follower_id, buyer_id, tier, state)"
                            + " VALUES (?, ?, ?, ?, 'NEW', 'PENDING')",
                    shop.id(),
                    task,
                    follower,
                    follower);
            sql.update(
                    "INSERT INTO follower (shop_id, id, version, buyer_id, status, tier, created_at, updated_at)"
                            + " VALUES (?, ?, 0, ?, 'ADDED', 'NEW', '2026-01-01', '2026-01-01')",
                    shop.id(),
                    follower,
                    follower);
        }
    }

    private long countEvents(String task, String type) {
        return sql.first(
                        "SELECT COUNT(*) AS n FROM task_event WHERE shop_id = ? AND task_id = ? AND type = ?",
                        row -> row.longAt("n"),
                        shop.id(),
                        task,
                        type)
                .orElseThrow();
    }

    private static Response complete(RequestSpecification who, String task, String body) {
        return json(who).body(body).put("/tasks/{id}/completion", task);
    }

    private static Response tick(RequestSpecification who, String task, long follower, String state) {
        return json(who).body(Map.of("outcome", state)).put("/tasks/{id}/recipients/{f}", task, follower);
    }

    private static Response snooze(String task, String until) {
        return json(As.staff1()).body(Map.of("until", until)).put("/tasks/{id}/snooze", task);
    }

    private static List<Response> race(int racers, Callable<Response> request) throws Exception {
        As.token("staff1");
        ExecutorService pool = Executors.newFixedThreadPool(racers);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<Response>> runs = new ArrayList<>();
            for (int i = 0; i < racers; i++) {
                runs.add(pool.submit(() -> {
                    start.await();
                    return request.call();
                }));
            }
            start.countDown();
            List<Response> answers = new ArrayList<>();
            for (Future<Response> run : runs) {
                answers.add(run.get());
            }
            return answers;
        } finally {
            pool.shutdown();
        }
    }
}

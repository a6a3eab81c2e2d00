package io.siyu.follower.distribution;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.time.LeaseLostException;
import io.siyu.support.As;
import io.siyu.support.Buyers;
import io.siyu.support.Database;
import io.siyu.support.Distributions;
import io.siyu.support.ServiceClock;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jakarta.inject.Inject;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static io.siyu.support.As.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@QuarkusTestResource(Database.class)
class FollowerDistributionResourceTest {
    @Inject
    Buyers buyers;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    @Inject
    FollowerDistributionRepository distributions;

    @Inject
    DistributionPlan plan;

    @Inject
    DistributionBatch batch;

    @Inject
    DistributionRunner runner;

    private TestShop shop;
    private LocalDate today;

    @BeforeEach
    void openShop() {
        shop = TestShop.create();
        today = buyers.today();
    }

    @Test
    void asManyAsFitAreGivenTheMostValuableFirst() {
        long lost = buyers.add(shop, "lost", today.minusDays(300));
        long older = buyers.add(shop, "older", today.minusDays(2));
        long newer = buyers.add(shop, "newer", today.minusDays(1));
        long active = buyers.add(shop, "active", today.minusDays(30), today.minusDays(10));
        buyers.changed(shop);
        limit(shop.account1(), 3, 100);
        limit(shop.account2(), 30, 0);

        JsonPath done = run("{}");
        assertThat(done.getString("status")).isEqualTo("DONE");
        assertThat(done.getDouble("progress")).isEqualTo(1);
        assertThat(done.getInt("followers.total")).isEqualTo(4);
        assertThat(done.getInt("followers.assigned")).isEqualTo(3);
        assertThat(done.getInt("followers.left")).isEqualTo(1);
        assertThat(done.getString("followers.reasons[0].reason")).isEqualTo("NO_ROOM");
        assertThat(done.getInt("followers.reasons[0].followers")).isEqualTo(1);
        assertThat(done.getInt("remaining")).isEqualTo(1);
        assertThat(done.getList("accounts")).hasSize(2);
        String first = "accounts.find { it.accountId == '" + shop.account1() + "' }";
        assertThat(done.getInt(first + ".assigned")).isEqualTo(3);
        assertThat(done.getInt(first + ".dailyLeft")).isZero();
        assertThat(done.getInt(first + ".capacityLeft")).isEqualTo(97);
        assertThat(done.getInt("accounts.find { it.accountId == '" + shop.account2() + "' }.assigned"))
                .isZero();
        assertThat(on(shop.account1())).containsExactlyInAnyOrder(active, newer, older);
        assertThat(pool()).containsExactly(lost);
        assertThat(given("{}")).isZero();
    }

    @Test
    void r13WhoIsNotAddedWithinSevenDaysIsMissedWorkThatSaysWhy() {
        buyers.add(shop, "a", today.minusDays(1));
        buyers.changed(shop);
        run("{}");
        Map<String, String> task = As.seen(As.marketer(), "/tasks?shop={shop}&kind=ADD_FRIEND", shop.id())
                .getMap("items[0]");
        Instant end = Instant.parse(task.get("validUntil"));
        assertThat(Duration.between(Instant.parse(task.get("opensAt")), end)).isEqualTo(Duration.ofDays(7));
        ServiceClock.set(end.plusSeconds(60));
        try {
            JsonPath seen = As.seen(As.marketer(), "/tasks/{id}", task.get("id"));
            assertThat(seen.getString("status")).isEqualTo("EXPIRED");
            assertThat(seen.getString("reasonCode")).isEqualTo("VALIDITY");
        } finally {
            ServiceClock.free();
        }
    }

    @Test
    void ofATierWhoBoughtLastIsGivenFirst() {
        buyers.add(shop, "oldest", today.minusDays(3));
        long newest = buyers.add(shop, "newest", today.minusDays(1));
        buyers.add(shop, "older", today.minusDays(2));
        buyers.changed(shop);

        assertThat(given("{\"limit\": 1, \"tiers\": [\"NEW\"], \"accounts\": [\"" + shop.account1() + "\"]}"))
                .isEqualTo(1);
        assertThat(on(shop.account1())).containsExactly(newest);
    }

    @Test
    void weightsTiersAndALimitAreKept() {
        for (int i = 0; i < 12; i++) {
            buyers.add(shop, "b" + i, today);
        }
        long lead = buyers.add(shop, "lead");
        buyers.changed(shop);

        JsonPath done = run("{\"weights\": {\"" + shop.account1() + "\": 3}, \"limit\": 8, \"tiers\": [\"NEW\"]}");
        assertThat(done.getInt("followers.assigned")).isEqualTo(8);
        assertThat(done.getInt("remaining")).isEqualTo(4);
        assertThat(on(shop.account1())).hasSize(6);
        assertThat(on(shop.account2())).hasSize(2);
        assertThat(given("{\"accounts\": [\"" + shop.account2() + "\"]}")).isEqualTo(5);
        assertThat(on(shop.account2())).hasSize(7).contains(lead);
    }

    @Test
    void whoOptedOutIsGivenToNobody() {
        long out = buyers.add(shop, "out", today);
        long in = buyers.add(shop, "in", today);
        buyers.changed(shop);
        sql.update("UPDATE buyer SET opted_out = TRUE WHERE id = ?", out);
        assertThat(given("{}")).isEqualTo(1);
        assertThat(on(shop.account1())).containsExactly(in);
    }

    @Test
    void besideMovesByHandNobodyIsGivenTwiceAndNoAccountTooMany() throws Exception {
        for (int i = 0; i < 60; i++) {
            buyers.add(shop, "b" + i, today);
        }
        buyers.changed(shop);
        limit(shop.account1(), 25, 100);
        limit(shop.account2(), 100, 20);
        List<Long> byHand = pool().subList(20, 44);

        ExecutorService racers = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Integer>> calls = new ArrayList<>(byHand.stream()
                    .map(follower -> (Callable<Integer>) () -> move(follower))
                    .toList());
            calls.add(0, () -> given("{}"));
            for (Future<Integer> answer : racers.invokeAll(calls)) {
                answer.get();
            }
        } finally {
            racers.shutdown();
        }
        assertThat(on(shop.account1())).hasSizeLessThanOrEqualTo(25);
        assertThat(on(shop.account2())).hasSizeLessThanOrEqualTo(20);
        // Whom a move took out of its plan a distribution leaves to the next one.
        run("{}");
        assertThat(on(shop.account1())).hasSize(25);
        assertThat(on(shop.account2())).hasSize(20);
        assertThat(pool()).hasSize(15);
        assertThat(tasks()).hasSize(45).doesNotHaveDuplicates();
    }

    @Test
    void aSecondClickIsTheSameDistributionAndAnotherOneHasToWait() {
        buyers.add(shop, "a", today);
        buyers.changed(shop);
        long id = inTheHandsOf("dead", "{}");
        distribute("{}").then().statusCode(202).body("id", equalTo(Long.toString(id)));
        distribute("{\"limit\": 3}")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("STATE_CONFLICT"));
        As.marketer()
                .get("/shops/{shop}/follower-distributions", shop.id())
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].status", equalTo("QUEUED"));
        lapse();
        assertThat(Distributions.finished(Long.toString(id)).getInt("followers.assigned"))
                .isEqualTo(1);
    }

    @Test
    void isTakenOverInTheMiddleAndWhoWakesUpAgainDoesNothing() {
        for (int i = 0; i < 12; i++) {
            buyers.add(shop, "b" + i, today);
        }
        buyers.changed(shop);
        long id = inTheHandsOf("dead", "{}");
        giveSome("dead", 5);
        JsonPath half = Distributions.of(Long.toString(id));
        assertThat(half.getString("status")).isEqualTo("RUNNING");
        assertThat(half.getInt("followers.assigned")).isEqualTo(5);
        assertThat(half.getDouble("progress")).isBetween(0.41, 0.42);
        lapse();

        JsonPath done = Distributions.finished(Long.toString(id));
        assertThat(done.getString("status")).isEqualTo("DONE");
        assertThat(done.getInt("followers.assigned")).isEqualTo(12);
        assertThat(done.getString("startedAt")).isEqualTo(half.getString("startedAt"));
        assertThat(on(shop.account1())).hasSize(6);
        assertThat(on(shop.account2())).hasSize(6);
        assertThat(tasks()).hasSize(12).doesNotHaveDuplicates();
        assertThatThrownBy(() -> Contention.inTransaction(() -> runner.step(shopId(), "dead")))
                .isInstanceOf(LeaseLostException.class);
        assertThat(sql.list("SELECT seq FROM follower_distribution_place WHERE shop_id = ?", r -> 1, shopId()))
                .isEmpty();
    }

    @Test
    void stopsBehindItsBatchAndTellsWhatIsLeft() {
        for (int i = 0; i < 12; i++) {
            buyers.add(shop, "b" + i, today);
        }
        buyers.changed(shop);
        String id = Long.toString(inTheHandsOf("slow", "{}"));
        giveSome("slow", 5);
        cancel(id).then().statusCode(200).body("status", equalTo("RUNNING"));
        lapse();

        JsonPath done = Distributions.finished(id);
        assertThat(done.getString("status")).isEqualTo("CANCELLED");
        assertThat(done.getInt("followers.assigned")).isEqualTo(5);
        assertThat(done.getString("followers.reasons[0].reason")).isEqualTo("STOPPED");
        assertThat(done.getInt("followers.reasons[0].followers")).isEqualTo(7);
        assertThat(done.getInt("remaining")).isEqualTo(7);
        cancel(id).then().statusCode(200);
        cancel(Distributions.run(shop.id(), "{}").getString("id")).then().statusCode(409);
        assertThat(tasks()).hasSize(12).doesNotHaveDuplicates();
    }

    @Test
    void whoLeftThePoolOrLostItsPlaceIsCounted() {
        for (int i = 0; i < 6; i++) {
            buyers.add(shop, "b" + i, today);
        }
        buyers.changed(shop);
        long id = inTheHandsOf("slow", "{\"accounts\": [\"" + shop.account1() + "\"]}");
        Contention.inTransaction(() -> runner.step(shopId(), "slow"));
        List<Long> pool = pool();
        sql.update("UPDATE buyer SET opted_out = TRUE WHERE shop_id = ? AND id = ?", shopId(), pool.get(0));
        sql.update(
                "UPDATE follower SET account_id = ? WHERE shop_id = ? AND id = ?",
                shop.account2(),
                shopId(),
                pool.get(1));
        limit(shop.account1(), 3, 100);
        lapse();

        JsonPath done = Distributions.finished(Long.toString(id));
        assertThat(done.getInt("followers.total")).isEqualTo(6);
        assertThat(done.getInt("followers.assigned")).isEqualTo(3);
        assertThat(done.getInt("followers.reasons.find { it.reason == 'GONE' }.followers"))
                .isEqualTo(2);
        assertThat(done.getInt("followers.reasons.find { it.reason == 'NO_ROOM' }.followers"))
                .isEqualTo(1);
    }

    @Test
    void oneThatBreaksOffAgainAndAgainFails() {
        buyers.add(shop, "a", today);
        buyers.changed(shop);
        long id = inTheHandsOf("unlucky", "{}");
        sql.update("UPDATE follower_distribution SET attempts = 5 WHERE shop_id = ?", shopId());
        lapse();
        assertThat(Distributions.finished(Long.toString(id)).getString("status"))
                .isEqualTo("FAILED");
        assertThat(given("{}")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"accounts\": [\"17\"]}",
                "{\"accounts\": []}",
                "{\"accounts\": [null]}",
                "{\"accounts\": [\"x\"]}",
                "{\"weights\": {\"17\": 1}}",
                "{\"weights\": {\"x\": 1}}",
                "{\"limit\": 0}",
                "{\"limit\": 5001}",
                "{\"tiers\": [\"GOLD\"]}",
                "{\"colour\": 1}",
                "[]",
                ""
            })
    void badRequestsAreRefused(String body) {
        distribute(body).then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void onlyMarketersAndAdminsDistribute() {
        String path = "/shops/" + shop.id() + "/follower-distributions";
        json(As.staff1()).body("{}").post(path).then().statusCode(403);
        json(As.nobody()).body("{}").post(path).then().statusCode(401);
        json(As.marketer())
                .body("{}")
                .post("/shops/1/follower-distributions")
                .then()
                .statusCode(404);
        String id = run("{}").getString("id");
        String one = "/follower-distributions/" + id;
        for (String read : List.of(path, one)) {
            As.staff1().get(read).then().statusCode(403);
            As.integration().get(read).then().statusCode(403);
            As.nobody().get(read).then().statusCode(401);
            As.admin().get(read).then().statusCode(200);
        }
        As.staff1().put(one + "/cancellation").then().statusCode(403);
        As.nobody().put(one + "/cancellation").then().statusCode(401);
        sql.update("UPDATE staff SET roles = 'staff' WHERE shop_id = ? AND username = 'marketer'", shopId());
        As.marketer().get(one).then().statusCode(403);
        As.marketer().get("/follower-distributions/17").then().statusCode(404);
    }

    private Response distribute(String body) {
        return json(As.marketer()).body(body).post("/shops/{shop}/follower-distributions", shop.id());
    }

    private JsonPath run(String body) {
        return Distributions.run(shop.id(), body);
    }

    private int given(String body) {
        return run(body).getInt("followers.assigned");
    }

    private static Response cancel(String id) {
        return As.marketer().put("/follower-distributions/{id}/cancellation", id);
    }

    /** @return 1 if the follower was moved to the first account */
    private int move(long follower) {
        Response read = As.marketer().get("/followers/{follower}", follower);
        return As.marketer()
                                .header("If-Match", read.header("ETag"))
                                .contentType(ContentType.JSON)
                                .body(Map.of("accountId", shop.account1()))
                                .patch("/followers/{follower}", follower)
                                .statusCode()
                        == 200
                ? 1
                : 0;
    }

    /** Queues a distribution that a worker has taken at once, which gives no sign of life but whose lease is good. */
    private long inTheHandsOf(String owner, String body) {
        long id = Id.nextValue();
        return Contention.inTransaction(() -> {
            distributions.queue(shopId(), id, plan.write(plan.read(body)), null, clock.instant());
            distributions.take(shopId(), owner);
            sql.update(
                    "UPDATE follower_distribution SET lease_until = UTC_TIMESTAMP(6) + INTERVAL 1 HOUR WHERE shop_id = ?",
                    shopId());
            return id;
        });
    }

    /** As the owner's first batch, had it been a small one. */
    private void giveSome(String owner, int most) {
        Contention.inTransaction(() -> runner.step(shopId(), owner));
        Contention.inTransaction(() -> {
            FollowerDistribution job = distributions.findActive(shopId()).orElseThrow();
            distributions.advance(
                    job, batch.give(shopId(), distributions.listPlaces(job, most), today, clock.instant()));
            return null;
        });
        sql.update(
                "UPDATE follower_distribution SET lease_until = UTC_TIMESTAMP(6) + INTERVAL 1 HOUR WHERE shop_id = ?",
                shopId());
    }

    private void lapse() {
        sql.update(
                "UPDATE follower_distribution SET lease_until = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND WHERE shop_id = ?",
                shopId());
    }

    private long shopId() {
        return Long.parseLong(shop.id());
    }

    /** The followers whom tasks ask to be added. */
    private List<Long> tasks() {
        return sql.list(
                "SELECT follower_id FROM task WHERE shop_id = ? AND kind = 'ADD_FRIEND'",
                row -> row.longAt("follower_id"),
                shopId());
    }

    private void limit(String account, int daily, int capacity) {
        sql.update("UPDATE account SET daily_add_limit = ?, capacity = ? WHERE id = ?", daily, capacity, account);
    }

    private List<Long> on(String account) {
        return sql.list(
                "SELECT id FROM follower WHERE shop_id = ? AND account_id = ?",
                row -> row.longAt("id"),
                shop.id(),
                account);
    }

    private List<Long> pool() {
        return sql.list(
                "SELECT id FROM follower WHERE shop_id = ? AND account_id IS NULL", row -> row.longAt("id"), shop.id());
    }
}

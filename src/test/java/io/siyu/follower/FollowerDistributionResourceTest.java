package io.siyu.follower;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.Buyers;
import io.siyu.support.Database;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jakarta.inject.Inject;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
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

    private TestShop shop;
    private LocalDate today;

    @BeforeEach
    void openShop() {
        shop = TestShop.create();
        today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
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

        distribute("{}")
                .then()
                .statusCode(200)
                .body("assigned", equalTo(3))
                .body("remaining", equalTo(1))
                .body("accounts", hasSize(2))
                .body("accounts.find { it.accountId == '" + shop.account1() + "' }.dailyLeft", equalTo(0))
                .body("accounts.find { it.accountId == '" + shop.account1() + "' }.capacityLeft", equalTo(97))
                .body("accounts.find { it.accountId == '" + shop.account2() + "' }.assigned", equalTo(0));
        assertThat(on(shop.account1())).containsExactlyInAnyOrder(active, newer, older);
        assertThat(pool()).containsExactly(lost);
        distribute("{}").then().body("assigned", equalTo(0));
    }

    @Test
    void ofATierWhoBoughtLastIsGivenFirst() {
        buyers.add(shop, "oldest", today.minusDays(3));
        long newest = buyers.add(shop, "newest", today.minusDays(1));
        buyers.add(shop, "older", today.minusDays(2));
        buyers.changed(shop);

        distribute("{\"limit\": 1, \"tiers\": [\"NEW\"], \"accounts\": [\"" + shop.account1() + "\"]}")
                .then()
                .body("assigned", equalTo(1));
        assertThat(on(shop.account1())).containsExactly(newest);
    }

    @Test
    void weightsTiersAndALimitAreKept() {
        for (int i = 0; i < 12; i++) {
            buyers.add(shop, "b" + i, today);
        }
        long lead = buyers.add(shop, "lead");
        buyers.changed(shop);

        distribute("{\"weights\": {\"" + shop.account1() + "\": 3}, \"limit\": 8, \"tiers\": [\"NEW\"]}")
                .then()
                .body("assigned", equalTo(8))
                .body("remaining", equalTo(4));
        assertThat(on(shop.account1())).hasSize(6);
        assertThat(on(shop.account2())).hasSize(2);
        distribute("{\"accounts\": [\"" + shop.account2() + "\"]}").then().body("assigned", equalTo(5));
        assertThat(on(shop.account2())).hasSize(7).contains(lead);
    }

    @Test
    void whoOptedOutIsGivenToNobody() {
        long out = buyers.add(shop, "out", today);
        long in = buyers.add(shop, "in", today);
        buyers.changed(shop);
        sql.update("UPDATE buyer SET opted_out = TRUE WHERE id = ?", out);
        distribute("{}").then().body("assigned", equalTo(1));
        assertThat(on(shop.account1())).containsExactly(in);
    }

    @Test
    void manyAtOnceNeverGiveTwiceNorTooMany() throws Exception {
        for (int i = 0; i < 60; i++) {
            buyers.add(shop, "b" + i, today);
        }
        buyers.changed(shop);
        limit(shop.account1(), 25, 100);
        limit(shop.account2(), 100, 20);
        List<String> bodies = List.of(
                "{\"limit\": 9}",
                "{\"accounts\": [\"" + shop.account1() + "\"], \"limit\": 7}",
                "{\"accounts\": [\"" + shop.account2() + "\"], \"limit\": 5}");

        ExecutorService racers = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Integer>> calls = IntStream.range(0, 18)
                    .mapToObj(i -> (Callable<Integer>) () -> distribute(bodies.get(i % 3))
                            .then()
                            .statusCode(200)
                            .extract()
                            .path("assigned"))
                    .toList();
            int assigned = 0;
            for (Future<Integer> answer : racers.invokeAll(calls)) {
                assigned += answer.get();
            }
            assertThat(assigned).isEqualTo(45);
        } finally {
            racers.shutdown();
        }
        assertThat(on(shop.account1())).hasSize(25);
        assertThat(on(shop.account2())).hasSize(20);
        assertThat(pool()).hasSize(15);
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
        As.staff1().contentType(ContentType.JSON).body("{}").post(path).then().statusCode(403);
        As.nobody().contentType(ContentType.JSON).body("{}").post(path).then().statusCode(401);
        As.marketer()
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/shops/1/follower-distributions")
                .then()
                .statusCode(404);
    }

    private Response distribute(String body) {
        return As.marketer()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/shops/{shop}/follower-distributions", shop.id());
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

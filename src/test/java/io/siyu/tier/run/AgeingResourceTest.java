package io.siyu.tier.run;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.Buyers;
import io.siyu.support.Database;
import io.siyu.support.TestShop;
import io.siyu.support.Waiting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** Tiers age: what has gone by is put into the data, for a test has no clock of its own. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class AgeingResourceTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Buyers buyers;

    @Inject
    TierRunRepository runs;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    private TestShop shop;
    private long shopId;
    private LocalDate today;

    @BeforeEach
    void createShop() {
        shop = TestShop.create();
        shopId = Long.parseLong(shop.id());
        today = LocalDate.ofInstant(clock.instant(), ZONE);
    }

    @Test
    void aNewDayMovesWhomItMustOnceWithItsDateHoweverManyWereMissed() {
        long buyer = buyers.add(shop, "a", today.minusDays(43));
        buyers.add(shop, "b", today);
        buyers.changed(shop);
        // Within three days the first crosses one and a half of the thirty days of the default cycle, the other
        // nothing.
        daysGoBy(3);

        awaitFinish(() -> sql.update(
                "UPDATE tier_run SET valid_until = ?, day = ? WHERE shop_id = ?",
                clock.instant(),
                today.minusDays(3),
                shopId));

        moves("?from=" + today)
                .body("items.from", contains(null, null, "NEW"))
                .body("items[2].buyerId", equalTo(String.valueOf(buyer)))
                .body("items[2].to", equalTo("AT_RISK"))
                .body("items[2].day", equalTo(today.toString()))
                .body("items[2].reason", equalTo("r 1.53 > 1.5, n = 1"));
        assertThat(followerTier(buyer)).isEqualTo("AT_RISK");
        Instant until = sql.first(
                        "SELECT valid_until FROM tier_run WHERE shop_id = ?",
                        row -> row.instantAt("valid_until"),
                        shopId)
                .orElseThrow();
        assertThat(until).isEqualTo(today.plusDays(1).atStartOfDay(ZONE).toInstant());

        awaitFinish(() -> sql.update("UPDATE tier_run SET valid_until = ? WHERE shop_id = ?", clock.instant(), shopId));
        assertThat(moves("").extract().<List<String>>path("items.to")).hasSize(3);
    }

    @Test
    void ofTwoReplicasOneTakesTheShopUp() {
        buyers.changed(shop);
        Instant now = clock.instant();
        Contention.inTransaction(() -> {
            runs.expire(shopId, today, now);
            List<Optional<Long>> claims = List.of(runs.beginIfDue(shopId, now), runs.beginIfDue(shopId, now));
            assertThat(claims.get(0)).isPresent();
            assertThat(claims.get(1)).isEmpty();
            assertThat(runs.listDue(now, Integer.MAX_VALUE)).doesNotContain(shopId);
            long dead = claims.get(0).get();
            // It never ends: when its lease is over somebody else takes over, and its own late batch would be refused.
            lapse();
            assertThat(runs.listDue(now, Integer.MAX_VALUE)).contains(shopId);
            Optional<Long> next = runs.beginIfDue(shopId, now);
            assertThat(next.orElseThrow()).isGreaterThan(dead);
            assertThat(runs.renew(shopId, dead)).isFalse();
            runs.release(shopId, dead);
            assertThat(runs.beginIfDue(shopId, now)).isEmpty();
            return null;
        });
    }

    @Test
    void whoGivesItsLeaseBackGoesNoFurtherAndAnotherMayBeginAtOnce() {
        buyers.changed(shop);
        Instant now = clock.instant();
        Contention.inTransaction(() -> {
            runs.expire(shopId, today, now);
            long ending = runs.beginIfDue(shopId, now).orElseThrow();
            runs.release(shopId, ending);
            assertThat(runs.renew(shopId, ending)).isFalse();
            assertThat(runs.beginIfDue(shopId, now)).isPresent();
            return null;
        });
    }

    /** By the database's clock, whatever the service's says. */
    private void lapse() {
        sql.update("UPDATE tier_run SET lease_until = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND WHERE shop_id = ?", shopId);
    }

    @Test
    void theRunOfADeadReplicaIsTakenOver() {
        buyers.add(shop, "a", today);
        buyers.changed(shop);
        Instant now = clock.instant();
        Contention.inTransaction(() -> {
            runs.expire(shopId, today, now);
            return runs.beginIfDue(shopId, now);
        });
        awaitFinish(this::lapse);
    }

    @Test
    void theFeedOfMovesGoesOnBehindTheLastOneThatWasRead() {
        for (int i = 0; i < 5; i++) {
            buyers.add(shop, "b" + i, today);
        }
        buyers.changed(shop);
        String first = moves("?limit=2")
                .body("items.reason", contains("n = 1", "n = 1"))
                .extract()
                .path("next");
        String second = moves("?limit=2&after=" + first).extract().path("next");
        String last = moves("?limit=2&after=" + second)
                .body("items.from", contains(nullValue()))
                .body("next", nullValue())
                .extract()
                .path("items[0].id");
        moves("?after=" + last).body("items", empty());

        long late = buyers.add(shop, "late", today.minusDays(200));
        buyers.changed(shop);
        moves("?after=" + last)
                .body("items.buyerId", contains(String.valueOf(late)))
                .body("items.to", contains("LOST"));
        moves("?from=" + today.plusDays(1)).body("items", empty());
        moves("?to=" + today.minusDays(1)).body("items", empty());
        As.integration().get("/shops/{shop}/tier-moves", shop.id()).then().statusCode(200);
        As.staff1().get("/shops/{shop}/tier-moves", shop.id()).then().statusCode(403);
    }

    private ValidatableResponse moves(String query) {
        return As.marketer()
                .get("/shops/" + shop.id() + "/tier-moves" + query)
                .then()
                .statusCode(200);
    }

    private void daysGoBy(int days) {
        sql.update(
                "UPDATE buyer SET first_day = first_day - INTERVAL ? DAY, last_day = last_day - INTERVAL ? DAY"
                        + " WHERE shop_id = ?",
                days,
                days,
                shopId);
    }

    private void awaitFinish(Runnable becomesDue) {
        Instant before = finished();
        becomesDue.run();
        Waiting.until("the tiers hold again", PATIENCE, () -> finished().isAfter(before));
    }

    private Instant finished() {
        return sql.first(
                        "SELECT finished_at FROM tier_run WHERE shop_id = ?",
                        row -> row.instantAt("finished_at"),
                        shopId)
                .orElseThrow();
    }

    private String followerTier(long buyer) {
        return sql.first(
                        "SELECT tier FROM follower WHERE shop_id = ? AND buyer_id = ?",
                        row -> row.textAt("tier"),
                        shopId,
                        buyer)
                .orElseThrow();
    }
}

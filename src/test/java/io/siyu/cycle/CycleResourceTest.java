package io.siyu.cycle;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.siyu.follower.FollowerChanges;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.Buyers;
import io.siyu.support.Database;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import jakarta.inject.Inject;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(Database.class)
class CycleResourceTest {
    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);

    @Inject
    Buyers buyers;

    @Inject
    Sql sql;

    @Inject
    FollowerChanges followers;

    @Test
    void whatIsMeasuredComesWithAllItRestsOn() {
        TestShop shop = TestShop.create();
        buyers.add(shop, "a", DAY, DAY.plusDays(10), DAY.plusDays(10), DAY.plusDays(31));
        long once = buyers.add(shop, "b", DAY.plusDays(3));
        buyers.order(shop, once, DAY.plusDays(4), BigDecimal.ONE, "UNPAID");
        buyers.order(shop, null, DAY.plusDays(5), BigDecimal.ONE, null);

        cycle(shop, "scope=buyers&asOf=2024-12-31")
                .body("basis", equalTo("BUYERS"))
                .body("asOf", equalTo("2024-12-31"))
                .body("orders", equalTo(6))
                .body("excluded.UNPAID", equalTo(1))
                .body("excluded.REFUNDED", equalTo(0))
                .body("excluded", aMapWithSize(5))
                .body("buyers", equalTo(2))
                .body("repeatBuyers", equalTo(1))
                .body("intervals", equalTo(2))
                .body("meanDays", equalTo(15.5f))
                .body("medianDays", equalTo(15.5f))
                .body("p25Days", equalTo(12.75f))
                .body("p75Days", equalTo(18.25f))
                .body("meanOfBuyerCyclesDays", equalTo(15.5f))
                .body("netAmount", equalTo("51.00"))
                .body("histogram.count", contains(0, 1, 1))
                .body("histogram[2].fromDay", equalTo(16))
                .body("histogram[2].toDay", equalTo(21))
                .body("confidence", equalTo("LOW"))
                .body("cadenceDays", equalTo(30));
    }

    @Test
    void ordersAfterTheDayDoNotExist() {
        TestShop shop = TestShop.create();
        buyers.add(shop, "a", DAY, DAY.plusDays(10), DAY.plusDays(31));

        cycle(shop, "scope=buyers&asOf=2024-03-30")
                .body("orders", equalTo(2))
                .body("intervals", equalTo(1))
                .body("meanDays", equalTo(10));
        cycle(shop, "scope=buyers&asOf=2024-02-29")
                .body("orders", equalTo(0))
                .body("meanDays", nullValue())
                .body("histogram", empty());
    }

    @Test
    void autoTakesFollowersThenBuyersThenTheDefault() {
        TestShop shop = TestShop.create();
        cycle(shop, "scope=auto")
                .body("basis", equalTo("DEFAULT"))
                .body("meanDays", equalTo(30))
                .body("cadenceDays", equalTo(60));

        LocalDate[] everyTenDays =
                DAY.datesUntil(DAY.plusDays(310), java.time.Period.ofDays(10)).toArray(LocalDate[]::new);
        buyers.add(shop, "often", everyTenDays);
        long follower = buyers.add(shop, "follower", everyTenDays);
        cycle(shop, "scope=auto")
                .body("basis", equalTo("BUYERS"))
                .body("meanDays", equalTo(10))
                .body("cadenceDays", equalTo(15))
                .body("confidence", equalTo("MEDIUM"));

        buyers.changed(shop);
        QuarkusTransaction.requiringNew()
                .run(() -> followers.around(
                        Long.parseLong(shop.id()),
                        List.of(follower),
                        () -> sql.update(
                                "UPDATE follower SET status = 'ADDED' WHERE shop_id = ? AND buyer_id = ?",
                                shop.id(),
                                follower)));
        cycle(shop, "scope=auto")
                .body("basis", equalTo("FOLLOWERS"))
                .body("buyers", equalTo(1))
                .body("orders", equalTo(31))
                .body("netAmount", equalTo("310.00"));
        cycle(shop, "scope=buyers&tier=LOST").body("buyers", equalTo(2));
        cycle(shop, "scope=buyers&tier=vip").body("buyers", equalTo(0));
    }

    @Test
    void r2FollowersWithFewerThanThirtyIntervalsAreNoBasis() {
        TestShop shop = TestShop.create();
        LocalDate[] days =
                DAY.datesUntil(DAY.plusDays(300), java.time.Period.ofDays(10)).toArray(LocalDate[]::new);
        long follower = buyers.add(shop, "follower", days);
        buyers.add(shop, "other", DAY, DAY.plusDays(20));
        buyers.changed(shop);
        QuarkusTransaction.requiringNew()
                .run(() -> followers.around(
                        Long.parseLong(shop.id()),
                        List.of(follower),
                        () -> sql.update(
                                "UPDATE follower SET status = 'ADDED' WHERE shop_id = ? AND buyer_id = ?",
                                shop.id(),
                                follower)));

        cycle(shop, "scope=auto").body("basis", equalTo("BUYERS")).body("intervals", equalTo(30));
    }

    @Test
    void whoHasNotComeBackYetCountsInTheEstimate() {
        TestShop shop = TestShop.create();
        buyers.add(shop, "a", DAY, DAY.plusDays(10));
        buyers.add(shop, "b", DAY, DAY.plusDays(20));
        buyers.add(shop, "c", DAY.plusDays(25));

        // At risk: 10 and 20 days that ended; 10, 20 and 5 days that are still open on the thirtieth day.
        cycle(shop, "scope=buyers&asOf=2024-03-31")
                .body("kmMedianDays", equalTo(20))
                .body("boughtAgainWithin.days", contains(7, 15, 30, 60, 90))
                .body("boughtAgainWithin.share", contains(0, 0.25f, 0.625f, 0.625f, 0.625f));
    }

    @Test
    void aProductACategoryAndACohortHaveACycleOfTheirOwn() {
        TestShop shop = TestShop.create();
        buyers.add(shop, "a", DAY, DAY.plusDays(10), DAY.plusDays(31));
        buyers.add(shop, "b", DAY.plusMonths(1), DAY.plusMonths(1).plusDays(5));
        sells(shop, DAY, "红色木质挂钟 A", "CLOCK");
        sells(shop, DAY.plusDays(31), "红色 挂钟", "CLOCK");
        sells(shop, DAY.plusDays(10), "白色挂钟", null);

        cycle(shop, "scope=buyers&asOf=2024-12-31&product=CLOCK")
                .body("buyers", equalTo(2))
                .body("orders", equalTo(3))
                .body("intervals", equalTo(1))
                .body("meanDays", equalTo(31));
        cycle(shop, "scope=buyers&asOf=2024-12-31&product=白色挂钟").body("orders", equalTo(1));
        cycle(shop, "scope=buyers&asOf=2024-12-31&category=红 挂钟").body("orders", equalTo(3));
        cycle(shop, "scope=buyers&asOf=2024-12-31&category=100%25").body("orders", equalTo(0));
        cycle(shop, "scope=buyers&asOf=2024-12-31&cohort=2024-04")
                .body("buyers", equalTo(1))
                .body("orders", equalTo(2))
                .body("meanDays", equalTo(5));
        cycle(shop, "scope=buyers&asOf=2024-12-31&cohort=2024-03&product=CLOCK").body("buyers", equalTo(1));
    }

    private void sells(TestShop shop, LocalDate day, String title, String sku) {
        sql.update(
                "INSERT INTO order_line (shop_id, order_id, line_no, title, sku) SELECT shop_id, id, 1, ?, ?"
                        + " FROM shop_order WHERE shop_id = ? AND day = ?",
                title,
                sku,
                shop.id(),
                day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&tier=LOST", "&cohort=2024-03", "&product=P", "&asOf=2024-03-12"})
    void theBuyersBehindAnAnswerAddUpToIt(String filter) {
        TestShop shop = TestShop.create();
        buyers.add(shop, "=cmd", DAY, DAY.plusDays(10), DAY.plusDays(31));
        buyers.add(shop, "b", DAY.plusDays(11), DAY.plusDays(40));
        buyers.add(shop, "c", DAY.plusDays(60));
        buyers.changed(shop);
        sells(shop, DAY, "P", null);
        sells(shop, DAY.plusDays(31), "P", null);

        JsonPath answer = cycle(shop, "scope=buyers" + filter).extract().jsonPath();
        List<String> rows = As.marketer()
                .get(answer.getString("links.buyers").replace("/api/v1", ""))
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList();

        assertThat(rows.get(0)).isEqualTo("buyerId,platformId,purchaseDays,firstDay,lastDay,ownCycleDays,dueDay");
        List<String[]> cells =
                rows.stream().skip(1).map(row -> row.split(",", -1)).toList();
        assertThat(cells).hasSize(answer.getInt("buyers"));
        assertThat(cells.stream().mapToInt(row -> Integer.parseInt(row[2]) - 1).sum())
                .isEqualTo(answer.getInt("intervals"));
        long days = cells.stream()
                .mapToLong(row -> LocalDate.parse(row[4]).toEpochDay()
                        - LocalDate.parse(row[3]).toEpochDay())
                .sum();
        if (answer.getInt("intervals") > 0) {
            assertThat(answer.getDouble("meanDays") * answer.getInt("intervals"))
                    .isCloseTo(days, within(1e-4));
        }
        assertThat(cells.stream().map(row -> row[1])).doesNotContain("=cmd");
        assertThat(cells.stream().map(row -> Long.valueOf(row[0]))).isSorted();
    }

    @Test
    void excludedOrdersAreListedByTheirReason() {
        TestShop shop = TestShop.create();
        long buyer = buyers.add(shop, "a", DAY, DAY.plusDays(10));
        buyers.order(shop, buyer, DAY.plusDays(4), BigDecimal.ONE, "UNPAID");
        JsonPath answer = cycle(shop, "scope=buyers").extract().jsonPath();

        list(answer.getString("links.excluded.UNPAID"))
                .body("items", hasSize(1))
                .body("items.exclusion", contains("UNPAID"));
        list(answer.getString("links.excluded.REFUNDED")).body("items", hasSize(0));
        list(answer.getString("links.orders") + "&limit=1")
                .body("items.day", contains("2024-03-11"))
                .body("next", notNullValue());
        list(answer.getString("links.orders")).body("items.day", contains("2024-03-11", "2024-03-01"));
        list("/shops/" + shop.id() + "/orders?counted=true&exclusion=UNPAID").body("items", hasSize(0));
    }

    private static ValidatableResponse list(String path) {
        return As.marketer().get(path.replace("/api/v1", "")).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "asOf=2024-02-30,asOf",
        "asOf=soon,asOf",
        "scope=everybody,scope",
        "tier=GOLD,tier",
        "cohort=2024-13,cohort",
        "product=a&category=b,category",
        "product=%20,product"
    })
    void wrongValuesAreNamed(String query, String field) {
        TestShop shop = TestShop.create();
        As.marketer()
                .urlEncodingEnabled(false)
                .get("/shops/{shop}/repurchase-cycle?" + query, shop.id())
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("VALIDATION_FAILED"))
                .body("violations", hasSize(1))
                .body("violations[0].field", equalTo(field));
    }

    @Test
    void onlyMarketersAndAdminsOfTheShopMayAsk() {
        TestShop shop = TestShop.create();
        String path = "/shops/" + shop.id() + "/repurchase-cycle";
        As.admin().get(path).then().statusCode(200);
        As.staff1().get(path).then().statusCode(403);
        As.integration().get(path).then().statusCode(403);
        As.nobody().get(path).then().statusCode(401);
        String foreign = As.admin()
                .contentType("application/json")
                .body(Map.of("name", "Foreign"))
                .post("/shops")
                .path("id");
        As.marketer().get("/shops/{shop}/repurchase-cycle", foreign).then().statusCode(404);
    }

    private static ValidatableResponse cycle(TestShop shop, String query) {
        return As.marketer()
                .get("/shops/{shop}/repurchase-cycle?" + query, shop.id())
                .then()
                .statusCode(200);
    }
}

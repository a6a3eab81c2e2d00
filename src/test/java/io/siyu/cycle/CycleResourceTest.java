package io.siyu.cycle;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.siyu.follower.AddedFollowers;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.Buyers;
import io.siyu.support.Database;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jakarta.inject.Inject;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
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
    AddedFollowers followers;

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
        sql.update("UPDATE follower SET status = 'ADDED' WHERE shop_id = ? AND buyer_id = ?", shop.id(), follower);
        followers.align(Long.parseLong(shop.id()), List.of(follower));
        cycle(shop, "scope=auto")
                .body("basis", equalTo("FOLLOWERS"))
                .body("buyers", equalTo(1))
                .body("orders", equalTo(31))
                .body("netAmount", equalTo("310.00"));
        cycle(shop, "scope=buyers&tier=LOST").body("buyers", equalTo(2));
        cycle(shop, "scope=buyers&tier=vip").body("buyers", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource({"asOf=2024-02-30,asOf", "asOf=soon,asOf", "scope=everybody,scope", "tier=GOLD,tier"})
    void wrongValuesAreNamed(String query, String field) {
        TestShop shop = TestShop.create();
        As.marketer()
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

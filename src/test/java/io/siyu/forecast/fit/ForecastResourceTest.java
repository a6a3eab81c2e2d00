package io.siyu.forecast.fit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.siyu.buyer.merge.BuyersMerged;
import io.siyu.buyer.person.BuyerErased;
import io.siyu.forecast.FitData;
import io.siyu.forecast.PurchaseHistories;
import io.siyu.forecast.model.PurchaseHistory;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.Buyers;
import io.siyu.support.Database;
import io.siyu.support.Fits;
import io.siyu.support.TestShop;
import io.siyu.support.Waiting;
import org.junit.jupiter.api.Test;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** From purchases to forecasts, through the whole service. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class ForecastResourceTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Inject
    CdnowShop cdnow;

    @Inject
    Buyers buyers;

    @Inject
    Fits fits;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    @Inject
    DueForecasts due;

    @Inject
    PurchaseHistories histories;

    @Inject
    Event<BuyerErased> erased;

    @Inject
    Event<BuyersMerged> merged;

    @Test
    void aShopOfPublishedBuyersGetsThePublishedFigures() {
        TestShop shop = TestShop.create();
        List<Long> ids = cdnow.fill(shop, buyers.today());
        fits.run(shop);

        JsonPath forecast = get("/shops/" + shop.id() + "/forecast");
        assertThat(forecast.getList("models.model")).containsExactly("BG_NBD", "MBG_NBD");
        assertParameters(forecast, "models[0].parameters", .243, 4.414, .793, 2.426, -9582.4);
        assertParameters(forecast, "models[1].parameters", .525, 6.183, .891, 1.614, -9582.1);
        assertThat(forecast.getList("models.flaw")).containsOnlyNulls();
        assertThat(forecast.getList("models.isChosen")).containsExactly(false, true);
        assertThat(forecast.getString("basis")).isEqualTo("MBG_NBD");
        assertThat(forecast.getString("parameters.model")).isEqualTo("MBG_NBD");
        assertThat(forecast.getDouble("parameters.b")).isEqualTo(forecast.getDouble("models[1].parameters.b"));
        assertThat(forecast.getDouble("holdout.model.rootMeanSquareError"))
                .isEqualTo(forecast.getDouble("models[1].holdout.rootMeanSquareError"));
        assertThat(forecast.getDouble("parameters.spend.p")).isEqualTo(6.25, within(.01));
        assertThat(forecast.getLong("parameters.spend.buyers")).isEqualTo(946);
        assertThat(forecast.getLong("data.buyers")).isEqualTo(2357);
        assertThat(forecast.getInt("data.historyDays")).isGreaterThan(180);
        assertThat(forecast.getList("calibration.repeats", Integer.class)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(forecast.getInt("holdout.days")).isEqualTo(forecast.getInt("data.historyDays") / 3);
        assertThat(forecast.getDouble("holdout.model.rootMeanSquareError")).isPositive();
        assertThat(fits.stored(shop)).isEqualTo(2357);

        // x = 2, t_x = 30.43, T = 38.86
        JsonPath buyer = get("/buyers/" + ids.get(0) + "/forecast");
        assertThat(buyer.getString("why")).isEqualTo("FITTED");
        assertThat(buyer.getString("basis")).isEqualTo("MBG_NBD");
        assertThat(buyer.getDouble("probabilityAlive")).isEqualTo(.67, within(.05));
        assertThat(buyer.getDouble("expectedPurchases90")).isBetween(.4, .5);
        LocalDate next = LocalDate.parse(buyer.getString("nextPurchaseDay"));
        assertThat(next).isAfter(LocalDate.parse(buyer.getString("nextPurchaseFrom")));
        assertThat(next).isBefore(LocalDate.parse(buyer.getString("nextPurchaseTo")));
        assertThat(Double.parseDouble(buyer.getString("expectedSpend"))).isBetween(22.35, 35.);
        // Whoever bought once, half a year ago, has more likely gone than not.
        JsonPath once = get("/buyers/" + ids.get(2) + "/forecast");
        assertThat(once.getDouble("probabilityAlive")).isBetween(.2, .5);
        whatIsDueIsExpected(shop);
    }

    private static void assertParameters(
            JsonPath forecast, String path, double r, double alpha, double a, double b, double logLikelihood) {
        assertThat(forecast.getDouble(path + ".r")).isEqualTo(r, within(.0005));
        assertThat(forecast.getDouble(path + ".alpha")).isEqualTo(alpha, within(.002));
        assertThat(forecast.getDouble(path + ".a")).isEqualTo(a, within(.002));
        assertThat(forecast.getDouble(path + ".b")).isEqualTo(b, within(.01));
        assertThat(forecast.getDouble(path + ".logLikelihood")).isEqualTo(logLikelihood, within(.3));
    }

    private void whatIsDueIsExpected(TestShop shop) {
        List<LocalDate> days = List.of();
        String after = "";
        int seen = 0;
        while (after != null) {
            JsonPath page = get("/shops/" + shop.id() + "/due-buyers?within=30&limit=20&after=" + after);
            days = page.getList("items.dueDay", String.class).stream()
                    .map(LocalDate::parse)
                    .toList();
            assertThat(days)
                    .isSorted()
                    .allMatch(day -> !day.isAfter(buyers.today().plusDays(30)));
            assertThat(page.getList("items.reason.code")).containsOnly("EXPECTED");
            seen += days.size();
            after = page.getString("next");
        }
        int expected = sql.first(
                        "SELECT COUNT(*) AS due FROM buyer_forecast o JOIN buyer b ON b.id = o.buyer_id WHERE o.shop_id = ?"
                                + " AND o.due_day <= ? AND last_day < ?",
                        row -> row.intAt("due"),
                        shop.id(),
                        buyers.today().plusDays(30),
                        buyers.today())
                .orElseThrow();
        assertThat(seen).isEqualTo(expected).isGreaterThan(20);
    }

    @Test
    void aNightLaterOnlyWhatDiffersIsWrittenAndAKilledFitGoesOn() {
        TestShop shop = TestShop.create();
        List<Long> ids = cdnow.fill(shop, buyers.today());
        String first = fits.run(shop);
        sql.update("UPDATE buyer_forecast SET alive = -1 WHERE shop_id = ? AND buyer_id <= ?", shop.id(), ids.get(99));
        sql.update("DELETE FROM buyer_forecast WHERE shop_id = ? AND buyer_id = ?", shop.id(), ids.get(1000));
        // As a kill behind the first hundred leaves it.
        sql.update(
                "UPDATE forecast_fit SET status = 'RUNNING', checkpoint_buyer = ?, finished_at = NULL WHERE id = ?",
                ids.get(99),
                first);

        due.runDue(clock.instant());
        fits.done(first);

        assertThat(fits.stored(shop)).isEqualTo(2357);
        assertThat(outdated(shop)).isEqualTo(100);
        fits.run(shop);
        assertThat(outdated(shop)).isZero();
    }

    @Test
    void aFitThatWaitsOrRunsIsGivenBackInsteadOfASecond() {
        TestShop shop = TestShop.create();
        buyers.add(shop, "a", buyers.today());
        // As if another replica had the lease of the shop's nightly fit.
        sql.update(
                "UPDATE forecast_schedule SET lease_owner = 'other', lease_until = ? WHERE shop_id = ?",
                clock.instant().plus(Duration.ofDays(1)),
                shop.id());
        String first = fits.queue(shop);
        assertThat(fits.queue(shop)).isEqualTo(first);
        sql.update("UPDATE forecast_fit SET status = 'RUNNING' WHERE shop_id = ?", shop.id());
        assertThat(fits.queue(shop)).isEqualTo(first);
        sql.update("UPDATE forecast_fit SET status = 'DONE' WHERE shop_id = ?", shop.id());
        assertThat(fits.queue(shop)).isNotEqualTo(first);
    }

    @Test
    void whoIsGoneLeavesNoForecast() {
        TestShop shop = TestShop.create();
        List<Long> ids = cdnow.fill(shop, buyers.today());
        sql.update("UPDATE buyer SET erased_at = ? WHERE id = ?", clock.instant(), ids.get(4));
        fits.run(shop);
        assertThat(fits.stored(shop)).isEqualTo(2356);
        long shopId = Long.parseLong(shop.id());

        QuarkusTransaction.requiringNew().run(() -> {
            erased.fire(new BuyerErased(shopId, List.of(ids.get(0), ids.get(1))));
            merged.fire(new BuyersMerged(shopId, List.of(new BuyersMerged.Pair(1, ids.get(2), ids.get(3)))));
        });

        assertThat(fits.stored(shop)).isEqualTo(2352);
        JsonPath gone = get("/buyers/" + ids.get(4) + "/forecast");
        assertThat(gone.getString("why")).isEqualTo("ERASED");
        assertThat(gone.getString("dueDay")).isNull();
    }

    @Test
    void withTooLittleDataTheCycleAnswersAndSaysSo() {
        TestShop shop = TestShop.create();
        long buyer = buyers.add(
                shop, "a", buyers.today().minusDays(40), buyers.today().minusDays(10));
        long lead = buyers.add(shop, "b");
        buyers.changed(shop);
        As.marketer().get("/buyers/{id}/forecast", buyer).then().statusCode(200).body("why", equalTo("NOT_FITTED_YET"));
        sql.update("INSERT INTO buyer_forecast VALUES (?, 7, 1, 1, 1, NULL, NULL, NULL, NULL, NULL)", shop.id());

        fits.run(shop);

        assertThat(fits.stored(shop)).isZero();
        As.marketer()
                .get("/buyers/{id}/forecast", buyer)
                .then()
                .statusCode(200)
                .body("basis", equalTo("CYCLE"))
                .body("why", equalTo("TOO_FEW_BUYERS"))
                .body("probabilityAlive", nullValue())
                .body("nextPurchaseDay", equalTo(buyers.today().plusDays(20).toString()))
                .body("ownCycleDays", equalTo("30.000000"));
        As.marketer()
                .get("/buyers/{id}/forecast", lead)
                .then()
                .body("why", equalTo("NO_PURCHASES"))
                .body("nextPurchaseDay", nullValue());
        As.marketer()
                .get("/shops/{shop}/forecast", shop.id())
                .then()
                .statusCode(200)
                .body("why", equalTo("TOO_FEW_BUYERS"))
                .body("parameters", nullValue())
                .body("data.buyers", equalTo(1))
                .body("data.enoughBuyers", equalTo(500));
    }

    @Test
    void whatWasBoughtLaterDoesNotExist() {
        TestShop shop = TestShop.create();
        LocalDate day = LocalDate.of(2024, 6, 1);
        long buyer = buyers.add(shop, "a", day.minusDays(70), day.minusDays(21), day.plusDays(5));
        buyers.add(shop, "b", day.plusDays(1));
        long shopId = Long.parseLong(shop.id());

        assertThat(histories.data(shopId, day)).isEqualTo(new FitData(49, 1, 1));
        assertThat(histories.data(shopId, day.plusDays(5))).isEqualTo(new FitData(75, 2, 1));
        assertThat(histories.find(shopId, buyer, day).orElseThrow().history(day))
                .isEqualTo(new PurchaseHistory(1, 7, 10));
        assertThat(histories.weighted(shopId, day).meanAge()).isEqualTo(10);
        assertThat(histories.spends(shopId, day).buyers()).isEqualTo(1);
        assertThat(histories.holdout(shopId, day, day.plusDays(5)).buyers()).isEqualTo(1);
    }

    @Test
    void everyNightOfTheShopItIsFittedAnew() {
        TestShop shop = TestShop.create();
        buyers.add(shop, "a", buyers.today());
        sql.update("UPDATE forecast_schedule SET valid_until = ? WHERE shop_id = ?", clock.instant(), shop.id());

        Waiting.until("the night is over", PATIENCE, () -> {
            due.runDue(clock.instant());
            JsonPath fits = get("/shops/" + shop.id() + "/forecast-fits");
            return fits.getList("items.status").equals(List.of("DONE"));
        });

        JsonPath fit = get("/shops/" + shop.id() + "/forecast-fits");
        assertThat(fit.getString("items[0].requestedBy")).isNull();
        assertThat(fit.getString("items[0].outcome")).isEqualTo("TOO_FEW_BUYERS");
    }

    private static JsonPath get(String path) {
        return As.marketer().get(path).then().statusCode(200).extract().jsonPath();
    }

    private int outdated(TestShop shop) {
        return sql.first(
                        "SELECT COUNT(*) AS outdated FROM buyer_forecast WHERE shop_id = ? AND alive = -1",
                        row -> row.intAt("outdated"),
                        shop.id())
                .orElseThrow();
    }
}

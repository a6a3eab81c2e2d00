package io.siyu.forecast.fit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.Buyers;
import io.siyu.support.Database;
import io.siyu.support.Fits;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Clock;

import static org.assertj.core.api.Assertions.assertThat;

/** Shops for which no model holds: a reason within one try, and the cycle answers. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class NoFitResourceTest {
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

    @Test
    void whereNobodyBoughtTwiceThereIsNoFitWithItsReason() {
        TestShop shop = TestShop.create();
        for (int i = 0; i < 520; i++) {
            buyers.add(shop, null, buyers.today().minusDays(20 + i % 300));
        }
        long buyer = buyers.add(shop, "a", buyers.today().minusDays(25));
        buyers.changed(shop);

        JsonPath fit = fits.done(fits.run(shop));

        assertThat(fit.getString("outcome")).isEqualTo("NO_FIT");
        assertThat(fit.getString("noFit")).isEqualTo("TOO_FEW_REPEATS");
        assertThat(fit.getList("models.flaw")).containsExactly("TOO_FEW_REPEATS", "TOO_FEW_REPEATS");
        JsonPath forecast = get("/shops/" + shop.id() + "/forecast");
        assertThat(forecast.getString("basis")).isEqualTo("CYCLE");
        assertThat(forecast.getString("why")).isEqualTo("NO_FIT");
        assertThat(forecast.getString("noFit")).isEqualTo("TOO_FEW_REPEATS");
        assertThat(get("/buyers/" + buyer + "/forecast").getString("why")).isEqualTo("NO_FIT");
        assertThat(get("/shops/" + shop.id() + "/due-buyers?limit=1").getList("items.basis"))
                .containsExactly("CYCLE");
        assertThat(fits.stored(shop)).isZero();
    }

    @Test
    void aFitThatBrokeOffIsNotCalledOneThatIsStillToCome() {
        TestShop shop = TestShop.create();
        long buyer = buyers.add(shop, "a", buyers.today().minusDays(25));
        buyers.changed(shop);
        sql.update(
                "INSERT INTO forecast_fit (shop_id, id, status, as_of, attempts, created_at)"
                        + " VALUES (?, ?, 'FAILED', ?, 3, ?)",
                shop.id(),
                Id.nextValue(),
                buyers.today(),
                clock.instant());

        assertThat(get("/shops/" + shop.id() + "/forecast").getString("why")).isEqualTo("FIT_FAILED");
        assertThat(get("/buyers/" + buyer + "/forecast").getString("why")).isEqualTo("FIT_FAILED");
        fits.run(shop);
        assertThat(get("/shops/" + shop.id() + "/forecast").getString("why")).isEqualTo("TOO_FEW_BUYERS");
    }

    /** Its forecasts are taken back within the same try, and the cycle answers. */
    @Test
    void figuresThatAreNoneEndTheFitWithoutAnotherTry() {
        TestShop shop = TestShop.create();
        long buyer = buyers.add(
                shop, "a", buyers.today().minusDays(40), buyers.today().minusDays(10));
        buyers.changed(shop);
        String id = Id.next().toString();
        sql.update(
                "INSERT INTO forecast_fit (shop_id, id, status, as_of, outcome, model, tried, created_at)"
                        + " VALUES (?, ?, 'RUNNING', ?, 'FITTED', 'BG_NBD', ?, ?)",
                shop.id(),
                id,
                buyers.today(),
                "{\"days\":90,\"candidates\":[{\"kind\":\"BG_NBD\",\"fit\":{\"model\":{\"kind\":\"BG_NBD\","
                        + "\"r\":1e308,\"alpha\":1e-300,\"a\":1,\"b\":1}}}]}",
                clock.instant());

        due.runDue(clock.instant());

        JsonPath fit = fits.done(id);
        assertThat(fit.getString("outcome")).isEqualTo("NO_FIT");
        assertThat(fit.getString("noFit")).isEqualTo("NOT_FINITE");
        assertThat(get("/buyers/" + buyer + "/forecast").getString("basis")).isEqualTo("CYCLE");
        assertThat(fits.stored(shop)).isZero();
    }

    private static JsonPath get(String path) {
        return As.marketer().get(path).then().statusCode(200).extract().jsonPath();
    }
}

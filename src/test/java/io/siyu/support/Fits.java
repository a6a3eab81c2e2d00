package io.siyu.support;

import io.restassured.path.json.JsonPath;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import static org.assertj.core.api.Assertions.assertThat;

/** Has the forecasts of a shop fitted anew. */
@ApplicationScoped
public class Fits {
    private static final String COLLECTION = "forecast-fits";

    private final Sql sql;

    Fits(Sql sql) {
        this.sql = sql;
    }

    /** As a marketer. @return the id of the fit, which is done */
    public String run(TestShop shop) {
        String fit = queue(shop);
        done(fit);
        return fit;
    }

    /** @return the id of the one that waits or runs, be it this one or another */
    public String queue(TestShop shop) {
        return Jobs.queue(As.marketer(), shop.id(), COLLECTION);
    }

    /** The fit once it is done. */
    public JsonPath done(String id) {
        JsonPath fit = Jobs.finished("/" + COLLECTION + "/" + id);
        assertThat(fit.getString("status")).isEqualTo("DONE");
        assertThat(fit.getDouble("progress")).isEqualTo(1);
        return fit;
    }

    /** How many of the shop's buyers have a forecast. */
    public int stored(TestShop shop) {
        return sql.first(
                        "SELECT COUNT(*) AS forecasts FROM buyer_forecast WHERE shop_id = ?",
                        row -> row.intAt("forecasts"),
                        Long.valueOf(shop.id()))
                .orElseThrow();
    }
}

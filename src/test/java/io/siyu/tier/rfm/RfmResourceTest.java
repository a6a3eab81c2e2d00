package io.siyu.tier.rfm;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.buyer.standing.RfmScale;
import io.siyu.buyer.standing.RfmScore;
import io.siyu.buyer.standing.ShopStandings;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.support.As;
import io.siyu.support.Buyers;
import io.siyu.support.Database;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(Database.class)
class RfmResourceTest {
    @Inject
    Buyers buyers;

    @Inject
    ShopStandings standings;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    @Test
    void scoresAndTheirCellsAreShown() {
        TestShop shop = TestShop.create();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
        rfm(shop).body("day", nullValue()).body("cells", empty());
        for (int i = 1; i <= 5; i++) {
            LocalDate[] days = new LocalDate[i];
            for (int d = 0; d < i; d++) {
                days[d] = today.minusDays(20 - i).minusDays(30L * d);
            }
            buyers.add(shop, "b" + i, BigDecimal.valueOf(i), days);
        }
        long lead = buyers.add(shop, "lead");
        buyers.changed(shop);

        rfm(shop)
                .body("day", equalTo(today.toString()))
                .body("buyers", equalTo(5))
                .body("thresholds.purchaseDays", contains(1, 2, 3, 4))
                .body("thresholds.netSpend", contains("1.00", "4.00", "9.00", "16.00"))
                .body("thresholds.lastDay[3]", equalTo(today.minusDays(16).toString()))
                .body("cells", hasSize(5))
                .body("cells.r", contains(5, 4, 3, 2, 1))
                .body("cells.f", contains(5, 4, 3, 2, 1))
                .body("cells.buyers", contains(1, 1, 1, 1, 1));
        As.marketer()
                .get("/shops/{shop}/buyers?q=b4", shop.id())
                .then()
                .body("items[0].rfm.r", equalTo(4))
                .body("items[0].rfm.m", equalTo(4));
        As.marketer().get("/buyers/{id}", lead).then().body("rfm", nullValue());
    }

    @Test
    void theDatabaseScoresAsTheScaleDoes() {
        TestShop shop = TestShop.create();
        Random random = new Random(7);
        for (int i = 0; i < 120; i++) {
            LocalDate[] days = new LocalDate[random.nextInt(5)];
            for (int d = 0; d < days.length; d++) {
                days[d] = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(40));
            }
            buyers.add(shop, "b" + i, BigDecimal.valueOf(random.nextInt(500), 2), days);
        }
        buyers.changed(shop);
        long shopId = Long.parseLong(shop.id());
        RfmScale scale = standings.find(shopId).scale().orElseThrow();
        SqlFragment query = SqlFragment.of("SELECT b.purchase_days, b.last_day, b.net_spend");
        for (RfmScale.Dimension dimension : RfmScale.Dimension.values()) {
            query = query.add(", ").add(scale.score(dimension, "b")).add(" AS " + dimension);
        }
        sql.list(query.add(" FROM buyer b WHERE b.shop_id = ?", shopId), row -> {
            RfmScore expected =
                    scale.scoreOf(row.intAt("purchase_days"), row.dayAt("last_day"), row.decimalAt("net_spend"));
            Integer r = row.nullableIntAt("R");
            RfmScore found = r == null ? null : new RfmScore(r, row.intAt("F"), row.intAt("M"));
            assertThat(found).isEqualTo(expected);
            return found;
        });
    }

    private static io.restassured.response.ValidatableResponse rfm(TestShop shop) {
        return As.marketer().get("/shops/{shop}/rfm", shop.id()).then().statusCode(200);
    }
}

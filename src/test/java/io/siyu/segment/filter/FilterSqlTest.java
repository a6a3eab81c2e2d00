package io.siyu.segment.filter;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.buyer.standing.RfmScale;
import io.siyu.buyer.standing.ShopStanding;
import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.support.Database;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

import static io.siyu.segment.filter.FilterFacts.money;
import static org.assertj.core.api.Assertions.assertThat;

/** What the database finds must be whom a plain reading of the filter holds for. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class FilterSqlTest {
    private static final LocalDate TODAY = Filters.TODAY;
    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final int BUYERS = 80;
    private static final int FILTERS = 400;

    private static final RfmScale SCALE = new RfmScale(
            TODAY,
            10,
            List.of(TODAY.minusDays(40), TODAY.minusDays(30), TODAY.minusDays(20), TODAY.minusDays(10)),
            List.of(1, 1, 2, 3),
            List.of(money(500), money(1000), money(2000), money(3000)));

    @Inject
    Sql sql;

    @Test
    void findsWhomTheFilterHoldsForAndHasNoValueInItsText() {
        TestShop shop = TestShop.create();
        long shopId = Long.parseLong(shop.id());
        Random random = new Random(5);
        List<FilterFacts> buyers = new ArrayList<>();
        for (int i = 0; i < BUYERS; i++) {
            FilterFacts drawn = FilterFacts.draw(random);
            buyers.add(drawn);
            store(shop, drawn);
        }
        int found = 0;
        for (Filter filter : Filters.all().sampleStream().limit(FILTERS).toList()) {
            RfmScale scale = random.nextInt(5) == 0 ? null : SCALE;
            SqlFragment condition = new FilterSql(
                            TODAY, new ShopStanding(Optional.ofNullable(scale), Optional.of(FilterFacts.CYCLE)))
                    .of(filter);
            assertThat(condition.text()).doesNotContainPattern("SKU-|sku-8|小雅|阿宁|茶|Tea|勿扰|tag9|202\\d-|VIP|ADDED");
            assertThat(condition.text().chars().filter(c -> c == '?').count())
                    .isEqualTo(condition.params().size());
            List<Long> ids = find(shopId, condition);
            assertThat(ids)
                    .as(filter.toString())
                    .isEqualTo(buyers.stream()
                            .filter(buyer -> buyer.meets(filter, scale))
                            .map(FilterFacts::id)
                            .sorted()
                            .toList());
            found += ids.size();
        }
        assertThat(found).as("buyers found by all filters").isGreaterThan(FILTERS);
    }

    private List<Long> find(long shopId, SqlFragment condition) {
        return sql.list(
                SqlFragment.of("SELECT b.id FROM buyer b WHERE b.shop_id = ? AND ", shopId)
                        .add(condition)
                        .add(" ORDER BY b.id"),
                row -> row.longAt("id"));
    }

    private void store(TestShop shop, FilterFacts buyer) {
        long shopId = Long.parseLong(shop.id());
        sql.update(
                "INSERT INTO buyer (shop_id, id, purchase_days, first_day, last_day, net_spend, tier,"
                        + " created_at, updated_at) VALUES (?,?,?,?,?,?,?,?,?)",
                shopId,
                buyer.id(),
                buyer.purchaseDays(),
                buyer.firstDay(),
                buyer.lastDay(),
                buyer.spend(),
                buyer.tier(),
                THEN,
                THEN);
        if (buyer.status() != null) {
            String account = Objects.equals(buyer.account(), "小雅") ? shop.account1() : shop.account2();
            sql.update(
                    "INSERT INTO follower (shop_id, id, version, buyer_id, account_id, status, tier, created_at,"
                            + " updated_at) VALUES (?,?,0,?,?,?,?,?,?)",
                    shopId,
                    buyer.id(),
                    buyer.id(),
                    buyer.account() == null ? null : account,
                    buyer.status(),
                    buyer.tier(),
                    THEN,
                    THEN);
        }
        for (String tag : buyer.tags()) {
            sql.update("INSERT INTO follower_tag (shop_id, follower_id, tag) VALUES (?,?,?)", shopId, buyer.id(), tag);
        }
        buyer.lines().forEach(line -> store(shopId, buyer.id(), line));
        FilterFacts.Forecast forecast = buyer.forecast();
        if (forecast != null) {
            sql.update(
                    "INSERT INTO buyer_forecast (shop_id, buyer_id, alive, purchases30, purchases90, next_day, spend)"
                            + " VALUES (?,?,?,?,?,?,?)",
                    shopId,
                    buyer.id(),
                    forecast.alive(),
                    forecast.purchases30(),
                    forecast.purchases90(),
                    forecast.nextDay(),
                    forecast.spend());
        }
    }

    private void store(long shopId, long buyer, FilterFacts.Line line) {
        long order = Id.nextValue();
        sql.update(
                "INSERT INTO shop_order (shop_id, id, order_no, buyer_id, status, created_at, day, paid_amount,"
                        + " refund_amount, net_amount, counted, content_hash, source, recorded_at, updated_at)"
                        + " VALUES (?,?,?,?,'COMPLETED',?,?,0,0,0,?,?,'GENERIC',?,?)",
                shopId,
                order,
                "F" + order,
                buyer,
                THEN,
                TODAY,
                line.isCounted(),
                new byte[32],
                THEN,
                THEN);
        sql.update(
                "INSERT INTO order_line (shop_id, order_id, line_no, title, sku, quantity) VALUES (?,?,1,?,?,1)",
                shopId,
                order,
                line.title(),
                line.sku());
    }
}

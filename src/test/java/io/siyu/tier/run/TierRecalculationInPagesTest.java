package io.siyu.tier.run;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.order.upload.ImportedFile;
import io.siyu.platform.sql.Sql;
import io.siyu.support.Database;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** More buyers than are judged in one transaction, of which two run at a time. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class TierRecalculationInPagesTest {
    private static final int BUYERS = 3 * BuyerTierWriter.PAGE + 500;

    @Inject
    Sql sql;

    @Inject
    TierRecalculation recalculation;

    @Test
    void movesEachBuyerOnceAndCountsThemAll() {
        TestShop shop = TestShop.create();
        long shopId = Long.parseLong(shop.id());
        ImportedFile.of(
                shop,
                ImportedFile.HEADER
                        + IntStream.range(0, BUYERS)
                                .mapToObj(i -> "N%05d,b%05d,2010-12-%02d 10:00:00,9.90,0,COMPLETED,"
                                        .formatted(i, i, 1 + i % 28))
                                .collect(Collectors.joining("\n")));

        assertThat(numbers("SELECT COUNT(*) AS n FROM buyer_tier_move WHERE shop_id = ? AND from_tier IS NULL", shopId))
                .containsExactly((long) BUYERS);
        assertThat(counted(shopId)).isEqualTo(listed(shopId)).hasSize(1);

        // As after a night in which all have come to be somebody else.
        sql.update("UPDATE buyer SET tier = 'VIP' WHERE shop_id = ?", shopId);
        recalculation.run(shopId);

        assertThat(numbers("SELECT moved AS n FROM tier_run WHERE shop_id = ?", shopId))
                .containsExactly((long) BUYERS);
        assertThat(numbers(
                        "SELECT COUNT(*) AS n FROM buyer_tier_move m JOIN tier_run r ON r.shop_id = m.shop_id"
                                + " AND r.run_no = m.run_no WHERE m.shop_id = ? AND m.from_tier = 'VIP'",
                        shopId))
                .containsExactly((long) BUYERS);
        assertThat(counted(shopId)).isEqualTo(listed(shopId)).hasSize(1);
    }

    private List<Long> numbers(String query, long shopId) {
        return sql.list(query, row -> row.longAt("n"), shopId);
    }

    private List<String> counted(long shopId) {
        return sql.list(
                "SELECT CONCAT(tier, ' ', status, ' ', followers) AS said FROM follower_count WHERE shop_id = ?"
                        + " AND followers <> 0 ORDER BY tier, status",
                row -> row.textAt("said"),
                shopId);
    }

    private List<String> listed(long shopId) {
        return sql.list(
                "SELECT CONCAT(f.tier, ' ', f.status, ' ', COUNT(*)) AS said FROM follower f"
                        + " JOIN buyer b ON b.shop_id = f.shop_id AND b.id = f.buyer_id AND b.tier = f.tier"
                        + " WHERE f.shop_id = ? GROUP BY f.tier, f.status ORDER BY f.tier, f.status",
                row -> row.textAt("said"),
                shopId);
    }
}

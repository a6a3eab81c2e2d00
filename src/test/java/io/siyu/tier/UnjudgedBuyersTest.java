package io.siyu.tier;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.buyer.BuyersUnjudged;
import io.siyu.buyer.Tier;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.sql.Sql;
import io.siyu.support.Buyers;
import io.siyu.support.Database;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.Test;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import static org.assertj.core.api.Assertions.assertThat;

/** Orders that were stored by a service that died before it could tier their buyers. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class UnjudgedBuyersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Event<BuyersUnjudged> unjudged;

    @Inject
    Buyers buyers;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    @Test
    void areTieredByWhoeverLooksNext() {
        TestShop shop = TestShop.create();
        long shopId = Long.parseLong(shop.id());
        long buyer = buyers.add(shop, "b", LocalDate.now(clock));
        Contention.inTransaction(() -> {
            unjudged.fire(new BuyersUnjudged(shopId));
            return null;
        });

        long end = System.nanoTime() + PATIENCE.toNanos();
        while (tierOf(shopId, buyer) != Tier.NEW && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        assertThat(tierOf(shopId, buyer)).isEqualTo(Tier.NEW);
    }

    private Tier tierOf(long shopId, long buyer) {
        return sql.list(
                        "SELECT tier FROM buyer WHERE shop_id = ? AND id = ?",
                        row -> row.enumAt("tier", Tier.class),
                        shopId,
                        buyer)
                .get(0);
    }
}

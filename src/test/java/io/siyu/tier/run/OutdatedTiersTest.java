package io.siyu.tier.run;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.buyer.Tier;
import io.siyu.buyer.TiersOutdated;
import io.siyu.platform.sql.Contention;
import io.siyu.support.Buyers;
import io.siyu.support.Database;
import io.siyu.support.TestShop;
import io.siyu.support.Waiting;
import org.junit.jupiter.api.Test;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;

/** Orders that were stored by a service that died before it could tier their buyers. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class OutdatedTiersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Event<TiersOutdated> tiersOutdated;

    @Inject
    Buyers buyers;

    @Inject
    Clock clock;

    @Test
    void areTieredByWhoeverLooksNext() {
        TestShop shop = TestShop.create();
        long shopId = Long.parseLong(shop.id());
        long buyer = buyers.add(shop, "b", LocalDate.now(clock));
        Contention.inTransaction(() -> {
            tiersOutdated.fire(new TiersOutdated(shopId));
            return null;
        });

        Waiting.until("they are tiered", PATIENCE, () -> buyers.tierOf(shopId, buyer) == Tier.NEW);
    }
}

package io.siyu.tier.run;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.buyer.Tier;
import io.siyu.platform.audit.AuditTrail;
import io.siyu.platform.drain.Drain;
import io.siyu.platform.time.LeaseKeeper;
import io.siyu.shop.ShopRepository;
import io.siyu.support.Buyers;
import io.siyu.support.Database;
import io.siyu.support.TestShop;
import io.siyu.support.Waiting;
import io.siyu.tier.ShopSums;
import io.siyu.tier.TierContexts;
import io.siyu.tier.TierPolicyRepository;
import io.siyu.tier.TierRule;
import io.siyu.tier.TierStandings;
import io.siyu.tier.policy.TierPolicyService;
import org.junit.jupiter.api.Test;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A policy that was replaced by a service that died before it could tier anybody by it. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class InterruptedPolicyTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final List<TierRule> ALL_ARE_VIPS =
            List.of(new TierRule(Tier.LEAD, null, 0, null, null), new TierRule(Tier.VIP, null, null, null, null));

    @Inject
    ShopRepository shops;

    @Inject
    TierPolicyRepository policies;

    @Inject
    TierContexts contexts;

    @Inject
    TierRunRepository runs;

    @Inject
    TierStandings standings;

    @Inject
    BuyerTierWriter writer;

    @Inject
    Event<TiersRecalculated> recalculated;

    @Inject
    LeaseKeeper keeper;

    @Inject
    Drain drain;

    @Inject
    ShopSums sums;

    @Inject
    AuditTrail audit;

    @Inject
    Buyers buyers;

    @Inject
    Clock clock;

    @Test
    void isAppliedByWhoeverLooksNext() {
        TestShop shop = TestShop.create();
        long shopId = Long.parseLong(shop.id());
        long buyer = buyers.add(shop, "b", LocalDate.now(clock));
        buyers.changed(shop);
        assertThat(buyers.tierOf(shopId, buyer)).isEqualTo(Tier.NEW);

        TierPolicyService dying = new TierPolicyService(policies, runs, sums, contexts, new Dying(), audit, clock);
        assertThatThrownBy(() -> dying.replace(shopId, "*", ALL_ARE_VIPS, "marketer"))
                .hasMessage("killed");

        Waiting.until("the policy is applied", PATIENCE, () -> buyers.tierOf(shopId, buyer) == Tier.VIP);
    }

    private final class Dying extends TierRecalculation {
        Dying() {
            super(shops, policies, contexts, runs, standings, writer, recalculated, clock, keeper, drain);
        }

        @Override
        public void run(long shopId) {
            throw new IllegalStateException("killed");
        }
    }
}

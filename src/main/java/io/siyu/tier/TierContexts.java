package io.siyu.tier;

import io.siyu.buyer.standing.RfmScale;
import io.siyu.cycle.CycleService;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.LocalDate;
import java.util.Optional;

/** Gathers what tiering a shop as of a day needs besides its buyers. */
@ApplicationScoped
public class TierContexts {
    private final CycleService cycles;
    private final ShopSums sums;

    TierContexts(CycleService cycles, ShopSums sums) {
        this.cycles = cycles;
        this.sums = sums;
    }

    /** Whether the shop has orders of a later day, so that its buyers' sums show more than that day could know. */
    public boolean isBeforeLastOrder(long shopId, LocalDate asOf) {
        return cycles.hasOrdersAfter(shopId, asOf);
    }

    public TierContext of(long shopId, LocalDate asOf) {
        return snapshot(shopId, asOf).tiers();
    }

    /**
     * What is to be known of all buyers of a shop together.
     *
     * @param rfm empty if nobody had purchased
     */
    public record Snapshot(TierContext tiers, Optional<RfmScale> rfm) {}

    public Snapshot snapshot(long shopId, LocalDate asOf) {
        SpendPercentiles spends = new SpendPercentiles();
        RfmCollector rfm = new RfmCollector();
        sums.forEach(new ShopSums.AsOf(shopId, asOf, isBeforeLastOrder(shopId, asOf)), (lastDay, days, spend) -> {
            spends.add(spend);
            rfm.add(lastDay, days, spend);
        });
        return new Snapshot(new TierContext(asOf, cycles.meanCycle(shopId, asOf), spends), rfm.scale(asOf));
    }
}

package io.siyu.tier;

import io.siyu.cycle.CycleService;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.LocalDate;

/** Gathers what tiering a shop as of a day needs besides its buyers. */
@ApplicationScoped
class TierContexts {
    private final CycleService cycles;
    private final ShopSums sums;

    TierContexts(CycleService cycles, ShopSums sums) {
        this.cycles = cycles;
        this.sums = sums;
    }

    /** Whether the shop has orders of a later day, so that its buyers' sums show more than that day could know. */
    boolean isBeforeLastOrder(long shopId, LocalDate asOf) {
        return cycles.hasOrdersAfter(shopId, asOf);
    }

    TierContext of(long shopId, LocalDate asOf) {
        SpendPercentiles spends = new SpendPercentiles();
        sums.forEachSpend(new ShopSums.AsOf(shopId, asOf, isBeforeLastOrder(shopId, asOf)), spends::add);
        return new TierContext(asOf, cycles.meanCycle(shopId, asOf), spends);
    }
}

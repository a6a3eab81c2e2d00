package io.siyu.tier;

import io.siyu.cycle.CycleService;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.LocalDate;

/** Gathers what tiering a shop as of a day needs besides its buyers. */
@ApplicationScoped
class TierContexts {
    private final CycleService cycles;
    private final BuyerStandings standings;

    TierContexts(CycleService cycles, BuyerStandings standings) {
        this.cycles = cycles;
        this.standings = standings;
    }

    TierContext of(long shopId, LocalDate asOf, TierPolicy policy) {
        SpendPercentiles spends = new SpendPercentiles();
        if (policy.looksAtSpend() && !cycles.hasOrdersAfter(shopId, asOf)) {
            standings.forEachSpend(shopId, spends::add);
        } else if (policy.looksAtSpend()) {
            standings.forEach(shopId, asOf, standing -> {
                if (standing.history().hasPurchased()) {
                    spends.add(standing.history().netSpend());
                }
            });
        }
        return new TierContext(asOf, cycles.meanCycle(shopId, asOf), spends);
    }
}

package io.siyu.tier.run;

import io.siyu.cycle.measure.CycleBasis;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What the tiers that are stored now were worked out from.
 *
 * @param day the shop's day as of which
 * @param policyRevision of the rules
 * @param cycleDays the shop's mean cycle, six decimals
 * @param cycleIntervals over so many intervals
 * @param purchasingBuyers N, of whom the spend's percentiles were taken by nearest rank; null for an older run
 * @param spendThresholds what a buyer must have spent for each percentile that the rules ask for
 * @param moved how many buyers the run moved
 */
public record TierSnapshotResponse(
        LocalDate day,
        Instant finishedAt,
        int policyRevision,
        CycleBasis cycleBasis,
        BigDecimal cycleDays,
        long cycleIntervals,
        Long purchasingBuyers,
        List<SpendThreshold> spendThresholds,
        int moved) {

    /** @param spend decimal string in the shop's currency */
    public record SpendThreshold(BigDecimal percentile, String spend) {}
}

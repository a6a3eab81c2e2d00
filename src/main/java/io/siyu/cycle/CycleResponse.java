package io.siyu.cycle;

import io.siyu.order.Exclusion;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A measured repurchase cycle, with all that it rests on. Figures that cannot be measured are null.
 *
 * @param orders counted orders of the basis
 * @param excluded orders that did not count, by reason
 * @param buyers with at least one purchase day
 * @param repeatBuyers with at least two
 * @param meanDays pooled over intervals; 30 where the basis is the default
 * @param histogram both ends of a bucket belong to it
 */
public record CycleResponse(
        CycleBasis basis,
        LocalDate asOf,
        long orders,
        Map<Exclusion, Long> excluded,
        long buyers,
        long repeatBuyers,
        long intervals,
        BigDecimal meanDays,
        BigDecimal medianDays,
        BigDecimal p25Days,
        BigDecimal p75Days,
        BigDecimal meanOfBuyerCyclesDays,
        String netAmount,
        List<IntervalHistogram.Bucket> histogram,
        Confidence confidence,
        int cadenceDays) {

    static CycleResponse of(
            CycleBasis basis,
            LocalDate asOf,
            CycleMeter.Measured measured,
            PurchaseDays.Orders orders,
            List<Integer> ladder) {
        IntervalHistogram intervals = measured.histogram();
        boolean isMeasured = basis != CycleBasis.DEFAULT && !intervals.isEmpty();
        MeanCycle mean =
                isMeasured ? new MeanCycle(basis, intervals.totalDays(), intervals.count()) : MeanCycle.DEFAULT;
        return new CycleResponse(
                basis,
                asOf,
                orders.counted(),
                orders.excluded(),
                measured.buyers(),
                measured.repeatBuyers(),
                intervals.count(),
                isMeasured || basis == CycleBasis.DEFAULT ? plain(mean.meanDays()) : null,
                isMeasured ? plain(intervals.median()) : null,
                isMeasured ? plain(intervals.quartile(1)) : null,
                isMeasured ? plain(intervals.quartile(3)) : null,
                measured.meanOfBuyerCycles().map(CycleResponse::plain).orElse(null),
                orders.netAmount().setScale(2).toPlainString(),
                intervals.buckets(),
                measured.confidence(),
                mean.cadenceDays(ladder));
    }

    /** Without trailing zeros, and never in scientific notation. */
    private static BigDecimal plain(BigDecimal days) {
        BigDecimal stripped = days.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}

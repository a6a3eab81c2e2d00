package io.siyu.cycle;

import io.siyu.cycle.measure.Confidence;
import io.siyu.cycle.measure.CycleBasis;
import io.siyu.cycle.measure.IntervalHistogram;
import io.siyu.cycle.measure.MeanCycle;
import io.siyu.cycle.measure.MeasuredCycle;
import io.siyu.cycle.measure.SurvivalCurve;
import io.siyu.order.Exclusion;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A measured repurchase cycle, with all that it rests on. Figures that cannot be measured are null.
 *
 * @param orders counted orders of the basis
 * @param excluded orders that did not count, by reason
 * @param buyers with at least one purchase day
 * @param repeatBuyers with at least two
 * @param meanDays pooled over intervals; 30 where the basis is the default
 * @param histogram both ends of a bucket belong to it
 * @param kmMedianDays after how many days half have bought again, with those who have not yet (Kaplan–Meier); null as
 *     long as more than half never did
 * @param boughtAgainWithin which share buys again within so many days of a purchase, by the same estimate
 * @param links where the orders and buyers behind the figures are listed
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
        int cadenceDays,
        Integer kmMedianDays,
        List<BoughtAgain> boughtAgainWithin,
        CycleLinks links) {

    private static final int[] WITHIN_DAYS = {7, 15, 30, 60, 90};
    private static final int DECIMALS = 6;

    /** @param share from 0 to 1, six decimals; null without buyers */
    public record BoughtAgain(int days, BigDecimal share) {}

    static CycleResponse of(CycleService.Answer answer) {
        MeasuredCycle measured = answer.measured();
        CycleBasis basis = answer.basis();
        LocalDate asOf = answer.purchaseScope().asOf();
        IntervalHistogram intervals = measured.histogram();
        boolean isMeasured = basis != CycleBasis.DEFAULT && !intervals.isEmpty();
        MeanCycle mean =
                isMeasured ? new MeanCycle(basis, intervals.totalDays(), intervals.count()) : MeanCycle.DEFAULT;
        SurvivalCurve curve = measured.timeToNextPurchase(Math.toIntExact(asOf.toEpochDay()));
        OptionalInt kmMedian = curve.median();
        return new CycleResponse(
                basis,
                asOf,
                measured.orders(),
                measured.excluded(),
                measured.buyers(),
                measured.repeatBuyers(),
                intervals.count(),
                isMeasured || basis == CycleBasis.DEFAULT ? plain(mean.meanDays()) : null,
                isMeasured ? plain(intervals.median()) : null,
                isMeasured ? plain(intervals.quartile(1)) : null,
                isMeasured ? plain(intervals.quartile(3)) : null,
                measured.meanOfBuyerCycles().map(CycleResponse::plain).orElse(null),
                measured.netAmount().toPlainString(),
                intervals.buckets(),
                measured.confidence(),
                mean.cadenceDays(answer.shop().cadenceLadder()),
                kmMedian.isPresent() ? kmMedian.getAsInt() : null,
                boughtAgain(curve, measured.buyers() > 0),
                CycleLinks.of(answer));
    }

    private static List<BoughtAgain> boughtAgain(SurvivalCurve curve, boolean isMeasured) {
        List<BoughtAgain> shares = new ArrayList<>();
        for (int days : WITHIN_DAYS) {
            BigDecimal share = BigDecimal.valueOf(1 - curve.survival(days)).setScale(DECIMALS, RoundingMode.HALF_UP);
            shares.add(new BoughtAgain(days, isMeasured ? plain(share) : null));
        }
        return shares;
    }

    /** Without trailing zeros, and never in scientific notation. */
    private static BigDecimal plain(BigDecimal days) {
        BigDecimal stripped = days.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}

package io.siyu.campaign.plan;

import io.siyu.cycle.CycleScope;
import io.siyu.cycle.measure.Cadence;
import io.siyu.cycle.measure.CadenceReason;
import io.siyu.cycle.measure.Confidence;
import io.siyu.cycle.measure.CycleBasis;

import java.math.BigDecimal;
import java.util.List;

/**
 * A cadence and how it was come by.
 *
 * @param scope whose cycle was asked for
 * @param basis what the cycle was measured on; DEFAULT when it could not be measured
 * @param cycleDays the mean, six decimals
 * @param intervals that the mean was taken of; 0 for the default
 * @param factor how many cycles the cadence should last at least; null where the days were given
 * @param wantedDays factor × cycle; null where the days were given
 * @param ladder ascending days that it was chosen from; empty where the days were given
 * @param step which of them it is, 1 for the first; null where the days were given
 */
public record CadenceResponse(
        int days,
        CycleScope scope,
        CycleBasis basis,
        BigDecimal cycleDays,
        long intervals,
        Confidence confidence,
        BigDecimal factor,
        BigDecimal wantedDays,
        List<Integer> ladder,
        Integer step,
        CadenceReason reason,
        String why) {
    static CadenceResponse from(Rhythm rhythm) {
        Cadence cadence = rhythm.cadence();
        boolean isDefault = cadence.cycle().basis() == CycleBasis.DEFAULT;
        return new CadenceResponse(
                cadence.days(),
                rhythm.scope(),
                cadence.cycle().basis(),
                plain(cadence.cycle().meanDays()),
                isDefault ? 0 : cadence.cycle().intervals(),
                rhythm.confidence(),
                cadence.factor(),
                cadence.factor() == null ? null : plain(cadence.wantedDays()),
                cadence.ladder(),
                cadence.step(),
                cadence.reason(),
                cadence.why());
    }

    /** Without trailing zeros, and never in scientific notation. */
    private static BigDecimal plain(BigDecimal days) {
        BigDecimal stripped = days.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}

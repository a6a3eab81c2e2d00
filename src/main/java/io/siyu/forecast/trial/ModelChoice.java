package io.siyu.forecast.trial;

import io.siyu.forecast.model.FitFlaw;
import io.siyu.forecast.model.ModelKind;
import io.siyu.forecast.model.WeightedHistories;

import java.util.List;

/**
 * Which of the models is to be believed.
 *
 * @param candidates in the order of {@link ModelKind}
 * @param chosen null if none is to be taken
 * @param flaw why none is; null where one was chosen
 */
public record ModelChoice(List<Candidate> candidates, Candidate chosen, FitFlaw flaw) {
    /**
     * Fits every model and believes the one that foretells the period held out with the smaller squared error. A difference
     * of less than one standard error is none (the rule of Breiman and others 1984): then it is MBG/NBD, to which one-time
     * buyers are not alive for sure. Where nothing could be held out the likelihood decides; both have four parameters.
     * Where the one that is believed says the same of everybody none is taken, not the one that is farther off.
     *
     * @param sample the same buyers as they were before the period held out
     * @param unit how many days the histories' unit of time has
     * @param days how long the period held out is
     */
    public static ModelChoice of(WeightedHistories histories, HoldoutSample sample, double unit, int days) {
        Trial unmodified = Trial.of(ModelKind.BG_NBD, histories, sample, unit, days);
        Trial modified = Trial.of(ModelKind.MBG_NBD, histories, sample, unit, days);
        Candidate believed = believed(unmodified, modified, sample).candidate();
        List<Candidate> candidates = List.of(unmodified.candidate(), modified.candidate());
        return new ModelChoice(candidates, believed.flaw() == null ? believed : null, believed.flaw());
    }

    private static Trial believed(Trial unmodified, Trial modified, HoldoutSample sample) {
        if (!unmodified.isCredible() || !modified.isCredible()) {
            return unmodified.isCredible() ? unmodified : modified;
        }
        double excess = excess(modified, unmodified, sample);
        if (Math.abs(excess) > 1) {
            return excess > 0 ? unmodified : modified;
        }
        boolean isModifiedMute = modified.candidate().flaw() != null;
        return isModifiedMute && unmodified.candidate().flaw() == null ? unmodified : modified;
    }

    /** By how many standard errors one is farther off than the other. */
    private static double excess(Trial one, Trial other, HoldoutSample sample) {
        if (one.foretold() == null || other.foretold() == null) {
            double likelier = other.candidate().fit().logLikelihood()
                    - one.candidate().fit().logLikelihood();
            return likelier > 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        return sample.excess(one.foretold(), other.foretold());
    }
}

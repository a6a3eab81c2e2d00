package io.siyu.forecast.trial;

import io.siyu.forecast.model.FitFlaw;
import io.siyu.forecast.model.ModelKind;
import io.siyu.forecast.model.NoFitException;
import io.siyu.forecast.model.PurchaseFit;
import io.siyu.forecast.model.WeightedHistories;

/**
 * A model tried on a shop's data.
 *
 * @param foretold purchases of each buyer of the sample in the period held out; null where the sample is too thin to fit
 */
record Trial(Candidate candidate, double[] foretold) {
    /** By so many standard errors, and by so much of the error itself, a model is clearly worse than the naive one. */
    private static final double CLEAR_STANDARD_ERRORS = 2;

    private static final double CLEAR_SHARE = 1.05;

    static Trial of(ModelKind kind, WeightedHistories histories, HoldoutSample sample, double unit, int days) {
        PurchaseFit fit;
        try {
            fit = PurchaseFit.of(kind, histories);
        } catch (NoFitException e) {
            return new Trial(new Candidate(kind, null, null, e.flaw()), null);
        }
        double[] foretold = foretold(kind, sample, unit, days);
        HoldoutQuality holdout = foretold == null ? null : HoldoutQuality.of(sample, foretold);
        FitFlaw flaw = FitCheck.flawOf(fit, histories, unit);
        if (flaw == null && holdout != null && isClearlyWorseThanNaive(sample, foretold, holdout)) {
            flaw = FitFlaw.WORSE_THAN_NAIVE;
        }
        return new Trial(new Candidate(kind, fit, holdout, flaw), foretold);
    }

    /** Whether what it says is to be held against the other: that everybody has gone may be true. */
    boolean isCredible() {
        return candidate.flaw() == null || candidate.flaw() == FitFlaw.ALL_ALIKE;
    }

    private static double[] foretold(ModelKind kind, HoldoutSample sample, double unit, int days) {
        try {
            double[] foretold =
                    sample.foretold(PurchaseFit.of(kind, sample.histories(unit)).model(), unit, days);
            return FitCheck.areFinite(foretold) ? foretold : null;
        } catch (NoFitException e) {
            return null;
        }
    }

    private static boolean isClearlyWorseThanNaive(HoldoutSample sample, double[] foretold, HoldoutQuality holdout) {
        return sample.excess(foretold, sample.asBefore()) > CLEAR_STANDARD_ERRORS
                && holdout.model().rootMeanSquare()
                        > CLEAR_SHARE * holdout.naive().rootMeanSquare();
    }
}

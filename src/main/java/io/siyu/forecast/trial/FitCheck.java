package io.siyu.forecast.trial;

import io.siyu.forecast.model.FitFlaw;
import io.siyu.forecast.model.PurchaseFit;
import io.siyu.forecast.model.PurchaseHistory;
import io.siyu.forecast.model.WeightedHistories;

import java.util.Arrays;

/** Looks at what a fitted model says of the buyers: whether it is worth being told. */
final class FitCheck {
    private static final double DAYS = 90;

    /** So many of the different histories at either end are left out, for a few busy buyers always differ. */
    private static final double TAIL = 0.1;

    /** A difference of fewer purchases in 90 days is none. */
    private static final double ALIKE = 0.001;

    private FitCheck() {}

    /** @return null for a sound fit */
    static FitFlaw flawOf(PurchaseFit fit, WeightedHistories histories, double unit) {
        if (fit.isAtBound()) {
            return FitFlaw.AT_BOUND;
        }
        double[] expected = new double[histories.points()];
        double[] alive = new double[histories.points()];
        for (int i = 0; i < expected.length; i++) {
            PurchaseHistory history = histories.history(i);
            expected[i] = fit.model().expectedPurchases(history, DAYS / unit);
            alive[i] = fit.model().probabilityAlive(history);
        }
        if (!Double.isFinite(fit.logLikelihood()) || !areFinite(expected) || !areFinite(alive)) {
            return FitFlaw.NOT_FINITE;
        }
        Arrays.sort(expected);
        int left = (int) (TAIL * expected.length);
        return expected[expected.length - 1 - left] - expected[left] < ALIKE ? FitFlaw.ALL_ALIKE : null;
    }

    static boolean areFinite(double[] values) {
        return Arrays.stream(values).allMatch(Double::isFinite);
    }
}

package io.siyu.forecast.fit;

import io.siyu.forecast.ForecastReason;
import io.siyu.forecast.model.FitFlaw;

/**
 * What came of a look at a shop's purchases.
 *
 * @param flaw why no model holds; null unless the outcome is {@link ForecastReason#NO_FIT}
 * @param tried null where no model was fitted
 * @param result null unless one holds
 */
record FitVerdict(ForecastReason outcome, FitFlaw flaw, TriedModels tried, FitResult result) {
    static FitVerdict tooLittle(ForecastReason why) {
        return new FitVerdict(why, null, null, null);
    }

    static FitVerdict noFit(FitFlaw flaw, TriedModels tried) {
        return new FitVerdict(ForecastReason.NO_FIT, flaw, tried, null);
    }

    static FitVerdict fitted(TriedModels tried, FitResult result) {
        return new FitVerdict(ForecastReason.FITTED, null, tried, result);
    }
}

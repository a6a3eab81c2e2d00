package io.siyu.forecast.fit;

import io.siyu.forecast.ForecastBasis;
import io.siyu.forecast.model.GammaGamma;
import io.siyu.forecast.model.PurchaseFit;

/**
 * What a fit found.
 *
 * @param model which model of purchases holds
 * @param timeUnit of α: WEEK, as in the literature
 * @param r with alpha: how often buyers come while they are alive
 * @param a with b: how likely a purchase is the last one
 * @param logLikelihood of the data by the model, times in weeks
 * @param spend null where too few buyers repeated, or where no mean follows from what they spent
 */
public record ForecastParameters(
        ForecastBasis model,
        String timeUnit,
        double r,
        double alpha,
        double a,
        double b,
        double logLikelihood,
        Spend spend) {

    /**
     * Gamma-Gamma.
     *
     * @param v in the shop's currency
     * @param buyers whose repeat purchases it rests on
     */
    public record Spend(double p, double q, double v, long buyers) {}

    /** Null for null. */
    static ForecastParameters of(FitResult result) {
        if (result == null) {
            return null;
        }
        PurchaseFit fit = result.chosen().fit();
        GammaGamma spend = result.spend();
        return new ForecastParameters(
                ForecastBasis.of(result.chosen().kind()),
                "WEEK",
                fit.model().r(),
                fit.model().alpha(),
                fit.model().a(),
                fit.model().b(),
                fit.logLikelihood(),
                spend == null ? null : new Spend(spend.p(), spend.q(), spend.v(), result.spendBuyers()));
    }
}

package io.siyu.forecast;

import io.siyu.forecast.model.BgNbd;
import io.siyu.forecast.model.GammaGamma;

/**
 * What a fit found.
 *
 * @param timeUnit of α: WEEK, as in the literature
 * @param r with alpha: how often buyers come while they are alive
 * @param a with b: how likely a purchase is the last one
 * @param logLikelihood of the data by the model, times in weeks
 * @param spend null where too few buyers repeated
 */
public record ForecastParameters(
        String timeUnit, double r, double alpha, double a, double b, double logLikelihood, Spend spend) {

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
        BgNbd purchases = result.purchases().model();
        GammaGamma spend = result.spend();
        return new ForecastParameters(
                "WEEK",
                purchases.r(),
                purchases.alpha(),
                purchases.a(),
                purchases.b(),
                result.purchases().logLikelihood(),
                spend == null ? null : new Spend(spend.p(), spend.q(), spend.v(), result.spendBuyers()));
    }
}

package io.siyu.forecast.model;

import org.hipparchus.special.Gamma;

/**
 * A maximum-likelihood fit of Gamma-Gamma. A buyer adds (Fader, Hardie 2013, equation 1a)
 *
 * <pre>
 * ln Γ(px+q) − ln Γ(px) − ln Γ(q) + q ln v + (px−1) ln z + px ln x − (px+q) ln(v + x z)
 * </pre>
 *
 * @param isSound whether a mean of all buyers follows from it that is no multiple of what they spent; where few spend by
 *     far the most there may be none (q ≤ 1), and a buyer's expectation would be some huge sum. Parameters at their bound do
 *     no harm: where every purchase costs the same p is as large as it may be, and everybody's expectation that price
 */
public record GammaGammaFit(GammaGamma model, double logLikelihood, boolean isSound) {
    private static final double MOST_TIMES_THE_MEAN = 10;

    /**
     * Fits by money as a multiple of the mean spend, so that the same buyers give the same model in every currency.
     *
     * @throws NoFitException if there is no telling, for example without any buyer
     */
    public static GammaGammaFit of(WeightedSpends spends) {
        double unit = spends.meanOfMeans();
        if (unit == 0) {
            throw new NoFitException(FitFlaw.NO_MAXIMUM, null);
        }
        LogParameters found = LogParameters.maximise(3, spends.buyers(), p -> logLikelihood(spends, model(p, unit)));
        GammaGamma model = model(found.values(), unit);
        double mean = model.expectedSpend(0, 0).orElse(Double.POSITIVE_INFINITY) / unit;
        boolean isSound = mean <= MOST_TIMES_THE_MEAN && mean >= 1 / MOST_TIMES_THE_MEAN;
        return new GammaGammaFit(model, logLikelihood(spends, model), isSound);
    }

    private static GammaGamma model(double[] parameters, double unit) {
        return new GammaGamma(parameters[0], parameters[1], parameters[2] * unit);
    }

    private static double logLikelihood(WeightedSpends spends, GammaGamma model) {
        double p = model.p();
        double q = model.q();
        double[] byPurchases = new double[spends.mostPurchases() + 1];
        for (int x = 1; x < byPurchases.length; x++) {
            byPurchases[x] = Gamma.logGamma(p * x + q)
                    - Gamma.logGamma(p * x)
                    - Gamma.logGamma(q)
                    + q * Math.log(model.v())
                    + p * x * Math.log(x);
        }
        double sum = 0;
        for (int i = 0; i < spends.points(); i++) {
            int x = spends.purchases(i);
            double z = spends.mean(i);
            double one = byPurchases[x] + (p * x - 1) * Math.log(z) - (p * x + q) * Math.log(model.v() + x * z);
            sum += spends.weight(i) * one;
        }
        return sum;
    }
}

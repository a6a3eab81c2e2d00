package io.siyu.forecast.model;

/**
 * A maximum-likelihood fit of BG/NBD.
 *
 * @param logLikelihood of the histories by the model, in their unit of time
 */
public record BgNbdFit(BgNbd model, double logLikelihood) {
    /**
     * Fits by times as multiples of the mean age, so that the same buyers give the same model whatever unit they are
     * counted in.
     *
     * @throws NoFitException if there is no telling, for example without any buyer
     */
    public static BgNbdFit of(WeightedHistories histories) {
        double unit = histories.meanAge();
        if (unit == 0) {
            throw new NoFitException(null);
        }
        BgNbdLikelihood likelihood = new BgNbdLikelihood(histories);
        double buyers = histories.buyers();
        double[] found = LogParameters.maximise(4, p -> likelihood.of(model(p, unit)) / buyers);
        BgNbd model = model(found, unit);
        return new BgNbdFit(model, likelihood.of(model));
    }

    private static BgNbd model(double[] parameters, double unit) {
        return new BgNbd(parameters[0], parameters[1] * unit, parameters[2], parameters[3]);
    }
}

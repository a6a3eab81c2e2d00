package io.siyu.forecast.model;

/**
 * A fit of one of the models: the parameters by which the histories are most likely, those far from anything usual
 * weighed less.
 *
 * @param logLikelihood of the histories by the model, in their unit of time
 * @param isAtBound whether the search ended at the end of where it looks, so that the parameters mean nothing
 */
public record PurchaseFit(PurchaseModel model, double logLikelihood, boolean isAtBound) {
    /** How many buyers must have come back: from fewer there is nothing to learn. */
    public static final long ENOUGH_REPEATS = 30;

    /**
     * Fits by times as multiples of the mean age, so that the same buyers give the same model whatever unit they are
     * counted in.
     *
     * @throws NoFitException if too few buyers came back, or the search leads nowhere
     */
    public static PurchaseFit of(ModelKind kind, WeightedHistories histories) {
        if (histories.repeatBuyers() < ENOUGH_REPEATS) {
            throw new NoFitException(FitFlaw.TOO_FEW_REPEATS, null);
        }
        double unit = histories.meanAge();
        if (unit == 0) {
            throw new NoFitException(FitFlaw.NO_MAXIMUM, null);
        }
        PurchaseLikelihood likelihood = new PurchaseLikelihood(kind, histories);
        LogParameters found = LogParameters.maximise(4, histories.buyers(), p -> likelihood.of(model(kind, p, unit)));
        PurchaseModel model = model(kind, found.values(), unit);
        return new PurchaseFit(model, likelihood.of(model), found.isAtBound());
    }

    private static PurchaseModel model(ModelKind kind, double[] parameters, double unit) {
        return new PurchaseModel(kind, parameters[0], parameters[1] * unit, parameters[2], parameters[3]);
    }
}

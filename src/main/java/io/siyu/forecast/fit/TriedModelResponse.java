package io.siyu.forecast.fit;

import io.siyu.forecast.ForecastBasis;
import io.siyu.forecast.model.FitFlaw;
import io.siyu.forecast.model.PurchaseModel;
import io.siyu.forecast.trial.Candidate;

import java.util.List;

/**
 * One of the models that were fitted beside each other.
 *
 * @param flaw why it must not be taken; null for a sound one
 * @param parameters null if the search for them broke off
 * @param holdout how far off it was in the period held out, null where nothing could be held out
 */
public record TriedModelResponse(
        ForecastBasis model,
        boolean isChosen,
        FitFlaw flaw,
        Parameters parameters,
        ForecastResponse.ErrorResponse holdout) {

    /** Times in weeks; for the letters see {@link ForecastParameters}. */
    public record Parameters(double r, double alpha, double a, double b, double logLikelihood) {}

    /** Empty where no model was fitted. */
    static List<TriedModelResponse> listOf(ForecastFit fit) {
        return fit.tried() == null
                ? List.of()
                : fit.tried().candidates().stream()
                        .map(candidate -> of(candidate, fit.basis() == ForecastBasis.of(candidate.kind())))
                        .toList();
    }

    private static TriedModelResponse of(Candidate candidate, boolean isChosen) {
        return new TriedModelResponse(
                ForecastBasis.of(candidate.kind()),
                isChosen,
                candidate.flaw(),
                parameters(candidate),
                ForecastResponse.errorOf(candidate.holdout()));
    }

    private static Parameters parameters(Candidate candidate) {
        if (candidate.fit() == null) {
            return null;
        }
        PurchaseModel model = candidate.fit().model();
        return new Parameters(
                model.r(), model.alpha(), model.a(), model.b(), candidate.fit().logLikelihood());
    }
}

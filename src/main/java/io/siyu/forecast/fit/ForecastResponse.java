package io.siyu.forecast.fit;

import io.siyu.forecast.FitData;
import io.siyu.forecast.ForecastBasis;
import io.siyu.forecast.ForecastReason;
import io.siyu.forecast.model.FitFlaw;
import io.siyu.forecast.model.PurchaseFit;
import io.siyu.forecast.trial.HoldoutQuality;
import io.siyu.platform.ids.Id;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a shop's expectations rest on and how far they can be trusted.
 *
 * @param basis the model that was chosen, or the cycle
 * @param why whether a model answers, or for what reason the buyers' own cycles do
 * @param noFit with NO_FIT: why no model holds, of several the reason of the one that would have been preferred
 * @param fitId the fit whose findings hold, null before the first one
 * @param asOf the day whose knowledge it rests on
 * @param parameters null where the cycle answers
 * @param models all that were fitted, with what became of each; empty where none was
 * @param calibration of the chosen one, by how often buyers had repeated before, 0 to 7 and more: what they did in the
 *     period held out beside what was expected; empty where the cycle answers
 * @param holdout of the chosen one; null where the cycle answers
 * @param pending the newest fit, if it is not over yet
 */
public record ForecastResponse(
        ForecastBasis basis,
        ForecastReason why,
        FitFlaw noFit,
        Id fitId,
        LocalDate asOf,
        Instant fittedAt,
        Data data,
        ForecastParameters parameters,
        List<TriedModelResponse> models,
        List<HoldoutQuality.Bin> calibration,
        Holdout holdout,
        ForecastFitResponse pending) {

    /**
     * The purchases that were looked at; zeros before the first fit.
     *
     * @param points different histories among the buyers
     * @param enoughBuyers with enoughDays and enoughRepeatBuyers: what a model needs
     */
    public record Data(
            long buyers,
            long repeatBuyers,
            long points,
            int historyDays,
            long enoughBuyers,
            int enoughDays,
            long enoughRepeatBuyers) {}

    /**
     * A model fitted to the first part of the history, held against the rest.
     *
     * @param splitDay the last day that the model knew
     * @param buyers who had purchased by then
     * @param actual their purchase days in the period held out
     * @param naive what to beat: that every buyer purchases as often as in the period of the same length before
     */
    public record Holdout(
            LocalDate splitDay, int days, int buyers, long actual, ErrorResponse model, ErrorResponse naive) {}

    /**
     * How far a forecast was off.
     *
     * @param expected purchase days of all buyers
     * @param totalError (expected − actual) ÷ actual, null where nobody purchased
     */
    public record ErrorResponse(
            double expected, Double totalError, double meanAbsoluteError, double rootMeanSquareError) {}

    /** @param why for what reason no fit's findings hold */
    static ForecastResponse without(ForecastReason why, ForecastFitResponse pending) {
        Data nothing = data(new FitData(0, 0, 0), null);
        return new ForecastResponse(
                ForecastBasis.CYCLE, why, null, null, null, null, nothing, null, List.of(), List.of(), null, pending);
    }

    /** @param last the fit whose findings hold */
    static ForecastResponse of(ForecastFit last, ForecastFitResponse pending) {
        HoldoutQuality quality =
                last.result() == null ? null : last.result().chosen().holdout();
        return new ForecastResponse(
                last.basis(),
                last.outcome(),
                last.flaw(),
                Id.of(last.id()),
                last.asOf(),
                last.finishedAt(),
                data(last.data(), last.result()),
                ForecastParameters.of(last.result()),
                TriedModelResponse.listOf(last),
                quality == null ? List.of() : quality.bins(),
                quality == null ? null : holdout(last.tried(), quality),
                pending);
    }

    private static Data data(FitData data, FitResult result) {
        return new Data(
                data.buyers(),
                data.repeatBuyers(),
                result == null ? 0 : result.points(),
                data.historyDays(),
                FitData.ENOUGH_BUYERS,
                FitData.ENOUGH_DAYS,
                PurchaseFit.ENOUGH_REPEATS);
    }

    private static Holdout holdout(TriedModels tried, HoldoutQuality holdout) {
        return new Holdout(
                tried.splitDay(),
                tried.days(),
                holdout.buyers(),
                holdout.actual(),
                error(holdout.model(), holdout.actual()),
                error(holdout.naive(), holdout.actual()));
    }

    /** Null for null. */
    static ErrorResponse errorOf(HoldoutQuality holdout) {
        return holdout == null ? null : error(holdout.model(), holdout.actual());
    }

    private static ErrorResponse error(HoldoutQuality.Error error, long actual) {
        return new ErrorResponse(
                error.expected(),
                actual == 0 ? null : (error.expected() - actual) / actual,
                error.meanAbsolute(),
                error.rootMeanSquare());
    }
}

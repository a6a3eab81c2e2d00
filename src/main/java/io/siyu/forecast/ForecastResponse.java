package io.siyu.forecast;

import io.siyu.forecast.model.HoldoutQuality;
import io.siyu.platform.ids.Id;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a shop's expectations rest on and how far they can be trusted.
 *
 * @param why whether a model answers, or for what reason the buyers' own cycles do
 * @param fitId the fit whose findings hold, null before the first one
 * @param asOf the day whose knowledge it rests on
 * @param parameters null where the cycle answers
 * @param calibration by how often buyers had repeated before, 0 to 7 and more: what they did in the period held out beside
 *     what was expected; empty where the cycle answers
 * @param holdout null where the cycle answers
 * @param pending the newest fit, if it is not over yet
 */
public record ForecastResponse(
        ForecastBasis basis,
        ForecastReason why,
        Id fitId,
        LocalDate asOf,
        Instant fittedAt,
        Data data,
        ForecastParameters parameters,
        List<HoldoutQuality.Bin> calibration,
        Holdout holdout,
        ForecastFitResponse pending) {

    /**
     * The purchases that were looked at; zeros before the first fit.
     *
     * @param points different histories among the buyers
     * @param enoughBuyers with enoughDays: what a model needs
     */
    public record Data(
            long buyers, long repeatBuyers, long points, int historyDays, long enoughBuyers, int enoughDays) {}

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

    /** @param last the fit whose findings hold, or null */
    static ForecastResponse of(ForecastFit last, ForecastFitResponse pending) {
        if (last == null) {
            return new ForecastResponse(
                    ForecastBasis.CYCLE,
                    ForecastReason.NOT_FITTED_YET,
                    null,
                    null,
                    null,
                    data(new FitData(0, 0, 0), null),
                    null,
                    List.of(),
                    null,
                    pending);
        }
        FitQuality quality = last.result() == null ? null : last.result().quality();
        return new ForecastResponse(
                last.outcome().basis(),
                last.outcome(),
                Id.of(last.id()),
                last.asOf(),
                last.finishedAt(),
                data(last.data(), last.result()),
                ForecastParameters.of(last.result()),
                quality == null ? List.of() : quality.holdout().bins(),
                quality == null ? null : holdout(quality),
                pending);
    }

    private static Data data(FitData data, FitResult result) {
        return new Data(
                data.buyers(),
                data.repeatBuyers(),
                result == null ? 0 : result.points(),
                data.historyDays(),
                FitData.ENOUGH_BUYERS,
                FitData.ENOUGH_DAYS);
    }

    private static Holdout holdout(FitQuality quality) {
        HoldoutQuality holdout = quality.holdout();
        return new Holdout(
                quality.splitDay(),
                quality.days(),
                holdout.buyers(),
                holdout.actual(),
                error(holdout.model(), holdout.actual()),
                error(holdout.naive(), holdout.actual()));
    }

    private static ErrorResponse error(HoldoutQuality.Error error, long actual) {
        return new ErrorResponse(
                error.expected(),
                actual == 0 ? null : (error.expected() - actual) / actual,
                error.meanAbsolute(),
                error.rootMeanSquare());
    }
}

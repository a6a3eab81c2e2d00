package io.siyu.forecast.fit;

import io.siyu.forecast.FitData;
import io.siyu.forecast.ForecastBasis;
import io.siyu.forecast.ForecastModel;
import io.siyu.forecast.ForecastReason;
import io.siyu.forecast.model.FitFlaw;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A fit of a shop's model as it stands in the database.
 *
 * @param asOf the shop's day whose knowledge it rests on
 * @param requestedBy null for the nightly one
 * @param outcome null until the data was looked at
 * @param data null until then
 * @param flaw why no model holds, null where that is not the outcome
 * @param tried null where no model was fitted
 * @param result null unless one holds
 * @param checkpointBuyer the last buyer whose forecast is written
 * @param failure why it failed, null if it did not
 */
public record ForecastFit(
        long shopId,
        long id,
        FitStatus status,
        LocalDate asOf,
        String requestedBy,
        ForecastReason outcome,
        FitData data,
        FitFlaw flaw,
        TriedModels tried,
        FitResult result,
        long checkpointBuyer,
        long buyersDone,
        int attempts,
        String failure,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt) {

    /** Once the parameters are found, all that is left is to write what they say of each buyer. */
    private static final double FOUND = 0.2;

    /** From 0 to 1. */
    double progress() {
        if (status == FitStatus.DONE) {
            return 1;
        }
        if (outcome == null || data.buyers() == 0) {
            return 0;
        }
        return FOUND + (1 - FOUND) * Math.min(1, (double) buyersDone / data.buyers());
    }

    public ForecastBasis basis() {
        return result == null
                ? ForecastBasis.CYCLE
                : ForecastBasis.of(result.chosen().kind());
    }

    ForecastModel model(LocalDate day) {
        return new ForecastModel(result.chosen().fit().model(), result.spend(), day);
    }
}

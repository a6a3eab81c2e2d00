package io.siyu.forecast.fit;

import io.siyu.forecast.ForecastReason;
import io.siyu.forecast.model.FitFlaw;
import io.siyu.platform.ids.Id;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A fit as clients see it.
 *
 * @param asOf the shop's day whose knowledge it rests on
 * @param requestedBy null for the nightly one
 * @param outcome whether a model was fitted or why not; null until the data was looked at
 * @param noFit why no model holds; null unless the outcome is NO_FIT
 * @param buyers who have purchased; with historyDays what the outcome rests on
 * @param parameters null unless a model was fitted
 * @param models all that were fitted, with what became of each; empty where none was
 * @param progress from 0 to 1
 * @param failure why it failed, null if it did not
 */
public record ForecastFitResponse(
        Id id,
        Id shopId,
        FitStatus status,
        LocalDate asOf,
        String requestedBy,
        ForecastReason outcome,
        FitFlaw noFit,
        Long buyers,
        Integer historyDays,
        ForecastParameters parameters,
        List<TriedModelResponse> models,
        double progress,
        String failure,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt) {

    static ForecastFitResponse from(ForecastFit fit) {
        return new ForecastFitResponse(
                Id.of(fit.id()),
                Id.of(fit.shopId()),
                fit.status(),
                fit.asOf(),
                fit.requestedBy(),
                fit.outcome(),
                fit.flaw(),
                fit.data() == null ? null : fit.data().buyers(),
                fit.data() == null ? null : fit.data().historyDays(),
                ForecastParameters.of(fit.result()),
                TriedModelResponse.listOf(fit),
                fit.progress(),
                fit.failure(),
                fit.createdAt(),
                fit.startedAt(),
                fit.finishedAt());
    }
}

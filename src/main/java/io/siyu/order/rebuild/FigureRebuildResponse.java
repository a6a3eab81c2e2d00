package io.siyu.order.rebuild;

import io.siyu.platform.ids.Id;

import java.time.Instant;

/**
 * A rebuild of a shop's sums and figures from its orders.
 *
 * @param progress from 0 to 1
 * @param buyersCorrected how many buyers' sums or purchase days were not what their orders come to
 * @param figuresCorrected how many of the shop's figures were not; null until it is over
 */
public record FigureRebuildResponse(
        Id id,
        Id shopId,
        Instant requestedAt,
        Instant startedAt,
        Instant finishedAt,
        double progress,
        long buyersDone,
        long buyersCorrected,
        Long figuresCorrected) {}

package io.siyu.retrospective.live;

import io.siyu.retrospective.work.Tally;

import java.time.OffsetDateTime;

/**
 * One hour of a campaign, in the shop's zone.
 *
 * @param key when it begins
 * @param tally of the tasks that were to open in it, as they stand now
 * @param done tasks that were done in it
 * @param late of these, those done after their due time
 * @param sent private messages
 * @param orders of the campaign's audience
 * @param adds followers won on its accounts
 */
public record HourProgress(
        OffsetDateTime key,
        Tally tally,
        int done,
        int late,
        int sent,
        int failed,
        int orders,
        String netAmount,
        int adds,
        int losses) {}

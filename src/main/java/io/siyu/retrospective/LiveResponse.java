package io.siyu.retrospective;

import io.siyu.campaign.CampaignStatus;
import io.siyu.platform.ids.Id;
import io.siyu.retrospective.live.HourProgress;
import io.siyu.retrospective.work.Breakdown;
import io.siyu.retrospective.work.Named;
import io.siyu.retrospective.work.Recipients;
import io.siyu.retrospective.work.Tally;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * How far a running campaign is.
 *
 * @param byHour hours of the shop's zone in which something happened or should have
 */
public record LiveResponse(
        Id campaignId,
        CampaignStatus status,
        Instant asOf,
        LivePlan plan,
        Tally total,
        List<HourProgress> byHour,
        List<Breakdown<Named>> byAccount,
        List<Breakdown<Integer>> byDay,
        List<Breakdown<Named>> byPost,
        Recipients recipients) {
    /**
     * Where it should be by now, and where it is.
     *
     * @param elapsed of its days, 0 to 1
     * @param tasksDue tasks whose due time has come
     * @param tasksDone of these
     * @param recipientsDue on the lists of these
     * @param sold net amount that its audience has bought in its window so far
     * @param soldOfTarget null without a target
     */
    public record LivePlan(
            BigDecimal elapsed,
            int tasksDue,
            int tasksDone,
            int recipientsDue,
            int recipientsSent,
            String salesTarget,
            String sold,
            BigDecimal soldOfTarget) {}
}

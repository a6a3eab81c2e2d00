package io.siyu.retrospective;

import io.siyu.campaign.CampaignStatus;
import io.siyu.cycle.CycleResponse;
import io.siyu.platform.ids.Id;
import io.siyu.retrospective.comparison.Effect;
import io.siyu.retrospective.comparison.Group;
import io.siyu.retrospective.comparison.Sales;
import io.siyu.retrospective.work.Breakdown;
import io.siyu.retrospective.work.MissedWork;
import io.siyu.retrospective.work.Named;
import io.siyu.retrospective.work.Recipients;
import io.siyu.retrospective.work.Tally;
import io.siyu.retrospective.work.TierRecipients;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What a campaign did, against plan and against who was held out.
 *
 * @param sales the shop's in the window
 * @param reachedSales those of them by buyers who got a private message
 * @param shareOfShopSales reachedSales' net amount of sales' net amount, 0 to 1; null without sales
 * @param effect null when nobody was reached or nobody held out
 * @param cycle as measured today: the seed of the next plan
 */
public record RetrospectiveResponse(
        Id campaignId,
        String name,
        CampaignStatus status,
        Window window,
        Tally total,
        List<Breakdown<Integer>> byDay,
        List<Breakdown<Named>> byPost,
        List<Breakdown<Named>> byScript,
        List<Breakdown<Named>> byAccount,
        List<Breakdown<Named>> byStaff,
        Recipients recipients,
        List<TierRecipients> byTier,
        List<MissedWork> missed,
        Sales sales,
        Sales reachedSales,
        BigDecimal shareOfShopSales,
        Group reached,
        Group heldOut,
        Effect effect,
        FeedbackLoop feedback,
        CycleResponse cycle,
        List<String> lessons) {

    /** From day one to three days after the last; both days belong to it. */
    public record Window(LocalDate from, LocalDate to) {}

    /** @param meanLoopMinutes of the confirmed ones, null without any */
    public record FeedbackLoop(long reported, long confirmed, Long meanLoopMinutes) {}
}

package io.siyu.retrospective;

import io.siyu.campaign.CampaignStatus;
import io.siyu.cycle.CycleResponse;
import io.siyu.follower.contact.ContactRule;
import io.siyu.platform.ids.Id;
import io.siyu.retrospective.comparison.Effect;
import io.siyu.retrospective.comparison.Group;
import io.siyu.retrospective.comparison.Sales;
import io.siyu.retrospective.comparison.SalesEffect;
import io.siyu.retrospective.comparison.VariantFigures;
import io.siyu.retrospective.growth.Growth;
import io.siyu.retrospective.sales.SalesWindow;
import io.siyu.retrospective.work.Breakdown;
import io.siyu.retrospective.work.MissedWork;
import io.siyu.retrospective.work.Named;
import io.siyu.retrospective.work.Recipients;
import io.siyu.retrospective.work.Tally;
import io.siyu.retrospective.work.TierRecipients;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a campaign did, against plan and against who was held out.
 *
 * @param basis whose orders count as the campaign's
 * @param sales the shop's in the window: those of the audience and those outside of it
 * @param audienceSales of who is INCLUDED or HELD_OUT: attributedSales and notAttributedSales
 * @param attributedSales what was bought after a contact of the campaign
 * @param shareOfShopSales attributedSales' net amount of sales' net amount, 0 to 1; null without sales
 * @param shareAim the method's aim for that, of all campaigns of a shop together
 * @param attributed attributedSales by what the last contact before each order was
 * @param included all INCLUDED, as they were listed; by basis FOLLOWERS_OF_ACCOUNTS all followers
 * @param heldOut all HELD_OUT without the contaminated ones
 * @param contaminated held out, and yet written to in the window: left out of the comparison
 * @param effect buying rates; null when nobody is INCLUDED or nobody held out
 * @param salesEffect net amounts a head; null also where all spent the same
 * @param variants of slots with more than one text
 * @param breaches contacts that broke a limit, by the limit
 * @param cycle as measured today: the seed of the next plan
 * @param next when it may come again in that rhythm
 */
public record RetrospectiveResponse(
        Id campaignId,
        String name,
        CampaignStatus status,
        SalesWindow window,
        Basis basis,
        PlanOutcome plan,
        Tally total,
        List<Breakdown<Integer>> byDay,
        List<Breakdown<Named>> byPost,
        List<Breakdown<Named>> byScript,
        List<Breakdown<Named>> byAccount,
        List<Breakdown<Named>> byStaff,
        Recipients recipients,
        List<TierRecipients> byTier,
        MissedWork missed,
        Sales sales,
        Sales audienceSales,
        Sales attributedSales,
        Sales notAttributedSales,
        Sales outsideSales,
        BigDecimal shareOfShopSales,
        BigDecimal shareAim,
        Attribution attributed,
        Group included,
        Group heldOut,
        Group contaminated,
        Effect effect,
        SalesEffect salesEffect,
        List<VariantFigures> variants,
        Growth growth,
        Map<ContactRule, Integer> breaches,
        FeedbackLoop feedback,
        CycleResponse cycle,
        Next next,
        List<String> lessons) {

    /**
     * PlanOutcome against actual.
     *
     * @param sold attributed net amount
     * @param soldOfTarget of the target, 0 and more; null without one
     * @param postsDone posts all of whose tasks are done
     */
    public record PlanOutcome(
            String salesTarget, String sold, BigDecimal soldOfTarget, int postsPlanned, int postsDone) {}

    /** @param meanLoopMinutes of working time, of the confirmed ones; null without any */
    public record FeedbackLoop(long reported, long confirmed, Long meanLoopMinutes) {}

    /** @param startDay so many cadences after this one's start that there is time to prepare */
    public record Next(int cadenceDays, LocalDate startDay) {}
}

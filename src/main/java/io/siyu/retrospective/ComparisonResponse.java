package io.siyu.retrospective;

import io.siyu.campaign.CampaignStatus;
import io.siyu.campaign.Mechanic;
import io.siyu.platform.ids.Id;
import io.siyu.retrospective.comparison.Effect;
import io.siyu.retrospective.comparison.Group;
import io.siyu.retrospective.comparison.Sales;
import io.siyu.retrospective.comparison.SalesEffect;
import io.siyu.retrospective.growth.Growth;
import io.siyu.retrospective.sales.SalesWindow;
import io.siyu.retrospective.work.Recipients;
import io.siyu.retrospective.work.Tally;

import java.math.BigDecimal;
import java.util.List;

/** Campaigns side by side, in the order in which they were named. */
public record ComparisonResponse(List<Compared> items) {
    /**
     * One of them; each figure is that of its retrospective.
     *
     * @param breaches contacts that broke a limit
     */
    public record Compared(
            Id campaignId,
            String name,
            CampaignStatus status,
            Mechanic mechanic,
            int days,
            int holdoutPercent,
            SalesWindow window,
            RetrospectiveResponse.PlanOutcome plan,
            Tally total,
            Recipients recipients,
            int missedTasks,
            int missedRecipients,
            Sales sales,
            Sales attributedSales,
            BigDecimal shareOfShopSales,
            Group included,
            Group heldOut,
            Effect effect,
            SalesEffect salesEffect,
            Growth growth,
            int breaches,
            List<String> lessons) {}
}

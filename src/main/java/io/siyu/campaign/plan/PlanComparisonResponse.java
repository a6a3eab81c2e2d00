package io.siyu.campaign.plan;

import io.siyu.campaign.calendar.MarketingNode;
import io.siyu.campaign.calendar.PlanWindow;
import io.siyu.campaign.calendar.WindowSource;
import io.siyu.campaign.plan.window.CampaignPlan;
import io.siyu.campaign.plan.window.PlanComparison;

import java.time.LocalDate;
import java.util.List;

/**
 * How a plan differs from the one that the shop's own values give for the same days.
 *
 * @param own the shop's own plan, in short
 * @param added windows that only this plan has
 * @param gone windows that only the shop's own plan has
 * @param moved windows that both have, on other days
 * @param moreCampaigns this plan's campaigns less those of the shop's own
 */
public record PlanComparisonResponse(
        Own own,
        List<PlanResponse.Window> added,
        List<PlanResponse.Window> gone,
        List<WindowMove> moved,
        int moreCampaigns,
        int moreCampaignDays) {

    /** @param absorbed windows that gave way in the shop's own plan */
    public record Own(CadenceResponse cadence, int campaigns, int campaignDays, List<PlanResponse.Absorbed> absorbed) {}

    public record WindowMove(
            LocalDate fromDay, LocalDate startDay, LocalDate endDay, WindowSource source, MarketingNode node) {
        static WindowMove of(PlanComparison.Move move) {
            PlanWindow to = move.to();
            return new WindowMove(move.from().startDay(), to.startDay(), to.endDay(), to.source(), to.node());
        }
    }

    static PlanComparisonResponse of(PlanComparison comparison, Rhythm ownRhythm, CampaignPlan own, CampaignPlan plan) {
        return new PlanComparisonResponse(
                new Own(
                        CadenceResponse.from(ownRhythm),
                        own.windows().size(),
                        own.campaignDays(),
                        own.absorbed().map(PlanResponse.Absorbed::from).toList()),
                comparison.added().stream().map(PlanResponse.Window::from).toList(),
                comparison.gone().stream().map(PlanResponse.Window::from).toList(),
                comparison.moved().stream().map(WindowMove::of).toList(),
                plan.windows().size() - own.windows().size(),
                plan.campaignDays() - own.campaignDays());
    }
}

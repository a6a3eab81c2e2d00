package io.siyu.campaign.plan;

import io.siyu.campaign.calendar.AbsorbedWindow;
import io.siyu.campaign.calendar.AbsorptionReason;
import io.siyu.campaign.calendar.CampaignDay;
import io.siyu.campaign.calendar.MarketingNode;
import io.siyu.campaign.calendar.PlanWindow;
import io.siyu.campaign.calendar.WindowSource;
import io.siyu.campaign.plan.window.CampaignPlan;
import io.siyu.cycle.measure.CycleBasis;
import io.siyu.platform.ids.Id;

import java.time.LocalDate;
import java.util.List;

/**
 * A plan, what accepting it would change, and if it was accepted what it did.
 *
 * @param basis what the cycle under the cadence was measured on
 * @param campaigns how many windows, past ones not counted
 * @param campaignDays days on which these campaigns run
 * @param cut windows that the range's ends cut: they are no campaigns
 * @param comparison with the plan by the shop's own values; null for that plan itself
 * @param tag of what accepting changes, to accept just that
 * @param number of the accepted plan among the shop's; null for a preview
 * @param created drafts made for windows of the plan
 * @param kept campaigns that were there and stay where they are, untouchable ones included
 * @param moved drafts that went to other days
 * @param removed drafts of an earlier plan that nobody had touched and that this plan does not have
 */
public record PlanResponse(
        LocalDate from,
        LocalDate to,
        LocalDate anchor,
        int cadenceDays,
        CycleBasis basis,
        CadenceResponse cadence,
        boolean accepted,
        int campaigns,
        int campaignDays,
        List<Window> windows,
        List<Window> cut,
        PlanComparisonResponse comparison,
        PlanDiffResponse diff,
        String tag,
        Integer number,
        List<Id> created,
        List<Id> kept,
        List<Id> moved,
        List<Id> removed) {

    /** @param shownDiff as the campaigns were before the plan was accepted */
    static PlanResponse of(Proposal proposal, PlanDiffResponse shownDiff, String tag, Acceptance acceptance) {
        PlanTerms terms = proposal.terms();
        CampaignPlan plan = proposal.plan();
        int campaigns = plan.windows().size() - shownDiff.begun().size();
        CadenceResponse cadence = CadenceResponse.from(proposal.rhythm());
        return new PlanResponse(
                terms.from(),
                terms.to(),
                terms.anchor(),
                cadence.days(),
                cadence.basis(),
                cadence,
                acceptance.number() != null,
                campaigns,
                campaigns * CampaignDay.COUNT,
                plan.windows().stream().map(Window::from).toList(),
                plan.cut().stream().map(Window::from).toList(),
                proposal.comparison(),
                shownDiff,
                tag,
                acceptance.number(),
                acceptance.created(),
                acceptance.kept(),
                acceptance.moved(),
                acceptance.removed());
    }

    /** Three days. node is a code, nodeName Chinese; both null for a cadence window. */
    public record Window(
            LocalDate startDay,
            LocalDate endDay,
            WindowSource source,
            String node,
            String nodeName,
            List<Absorbed> absorbed) {
        static Window from(PlanWindow window) {
            return new Window(
                    window.startDay(),
                    window.endDay(),
                    window.source(),
                    codeOf(window.node()),
                    nameOf(window.node()),
                    window.absorbed().stream().map(Absorbed::from).toList());
        }
    }

    /** A window that gave way, gapDays away from the one that absorbed it. */
    public record Absorbed(
            LocalDate startDay,
            LocalDate endDay,
            WindowSource source,
            String node,
            String nodeName,
            long gapDays,
            AbsorptionReason reason) {
        static Absorbed from(AbsorbedWindow window) {
            return new Absorbed(
                    window.startDay(),
                    window.endDay(),
                    window.source(),
                    codeOf(window.node()),
                    nameOf(window.node()),
                    window.gapDays(),
                    window.reason());
        }
    }

    private static String codeOf(MarketingNode node) {
        return node == null ? null : node.code();
    }

    private static String nameOf(MarketingNode node) {
        return node == null ? null : node.zh();
    }
}

package io.siyu.campaign.plan;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignStatus;
import io.siyu.campaign.calendar.MarketingNode;
import io.siyu.campaign.calendar.PlanWindow;
import io.siyu.campaign.calendar.WindowSource;
import io.siyu.campaign.plan.window.PlanDiff;
import io.siyu.campaign.plan.window.WhyUntouchable;
import io.siyu.platform.ids.Id;

import java.time.LocalDate;
import java.util.List;

/**
 * What accepting a plan does to the shop's campaigns; once it is accepted, what it did.
 *
 * @param create drafts to be made
 * @param keep untouched drafts that stay where they are
 * @param move untouched drafts that go to other days
 * @param remove untouched drafts that the plan has no use for
 * @param untouchable campaigns of these days that stay as they are, and the windows that give way to them
 * @param begun windows of the plan whose first day is over: they make no draft, and are not counted
 * @param tooSoon windows that can no longer be ready in time: they make no draft
 */
public record PlanDiffResponse(
        List<Draft> create,
        List<Draft> keep,
        List<Draft> move,
        List<Draft> remove,
        List<Untouchable> untouchable,
        List<PlanResponse.Window> begun,
        List<PlanResponse.Window> tooSoon) {

    /**
     * A draft as it is afterwards; one that is removed, as it is now.
     *
     * @param campaignId null for one that is to be made
     * @param fromDay the first day that it has now, where it moves; else null
     * @param formerName the name that it has now, where that changes; else null
     */
    public record Draft(
            Id campaignId,
            String name,
            LocalDate startDay,
            LocalDate endDay,
            WindowSource source,
            MarketingNode node,
            LocalDate fromDay,
            String formerName) {
        static Draft of(PlanWindow window) {
            return new Draft(
                    null,
                    window.campaignName(),
                    window.startDay(),
                    window.endDay(),
                    window.source(),
                    window.node(),
                    null,
                    null);
        }

        static Draft of(Campaign draft) {
            return new Draft(
                    Id.of(draft.id()),
                    draft.name(),
                    draft.startDay(),
                    draft.endDay(),
                    draft.source(),
                    draft.node(),
                    null,
                    null);
        }

        static Draft of(PlanDiff.Change change) {
            Campaign draft = change.draft();
            PlanWindow window = change.window();
            return new Draft(
                    Id.of(draft.id()),
                    window.campaignName(),
                    window.startDay(),
                    window.endDay(),
                    window.source(),
                    window.node(),
                    draft.startDay().equals(window.startDay()) ? null : draft.startDay(),
                    draft.name().equals(window.campaignName()) ? null : draft.name());
        }
    }

    /** @param absorbed windows of the plan that share a day with it */
    public record Untouchable(
            Id campaignId,
            String name,
            LocalDate startDay,
            LocalDate endDay,
            CampaignStatus status,
            WhyUntouchable why,
            List<PlanResponse.Absorbed> absorbed) {
        static Untouchable of(PlanDiff.Standing standing) {
            Campaign campaign = standing.campaign();
            return new Untouchable(
                    Id.of(campaign.id()),
                    campaign.name(),
                    campaign.startDay(),
                    campaign.endDay(),
                    campaign.status(),
                    standing.why(),
                    standing.absorbed().stream()
                            .map(PlanResponse.Absorbed::from)
                            .toList());
        }
    }

    static PlanDiffResponse from(PlanDiff diff) {
        return new PlanDiffResponse(
                diff.create().stream().map(Draft::of).toList(),
                diff.keep().stream().map(Draft::of).toList(),
                diff.move().stream().map(Draft::of).toList(),
                diff.remove().stream().map(Draft::of).toList(),
                diff.untouchable().stream().map(Untouchable::of).toList(),
                diff.begun().stream().map(PlanResponse.Window::from).toList(),
                diff.tooSoon().stream().map(PlanResponse.Window::from).toList());
    }
}

package io.siyu.campaign.plan;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignRepository;
import io.siyu.campaign.calendar.CampaignDay;
import io.siyu.campaign.calendar.PlanWindow;
import io.siyu.campaign.plan.window.CampaignPlan;
import io.siyu.campaign.plan.window.DraftPlanner;
import io.siyu.campaign.plan.window.PlanDiff;
import io.siyu.platform.ids.Id;
import io.siyu.staff.caller.Member;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Makes a plan's windows into drafts, and changes only those of earlier plans that nobody has touched. */
@ApplicationScoped
class PlanDrafts {
    private final CampaignRepository campaigns;
    private final Clock clock;

    PlanDrafts(CampaignRepository campaigns, Clock clock) {
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /** What accepting the plan would do now. */
    PlanDiff diff(Member member, PlanTerms terms, CampaignPlan plan, int cadenceDays) {
        // A campaign that starts up to two days before the range reaches into it.
        List<Campaign> there =
                campaigns.listStarting(member.shopId(), terms.from().minusDays(CampaignDay.COUNT - 1L), terms.to());
        DraftPlanner.Range range =
                new DraftPlanner.Range(terms.from(), terms.to(), member.shop().today(clock));
        return DraftPlanner.diff(plan.windows(), there, range, cadenceDays / 2);
    }

    /** @return the drafts that were made */
    List<Id> apply(Member member, PlanDiff diff) {
        ZoneId zone = member.shop().zone();
        diff.remove().forEach(draft -> campaigns.delete(draft));
        diff.renamed().forEach(change -> change.draft().replan(change.window(), zone));
        diff.move().forEach(change -> change.draft().replan(change.window(), zone));
        List<Id> created = new ArrayList<>();
        for (PlanWindow window : diff.create()) {
            Campaign draft = Campaign.planned(member.shopId(), window, zone, member.username(), clock.instant());
            campaigns.persist(draft);
            created.add(Id.of(draft.id()));
        }
        campaigns.flush();
        return created;
    }
}

package io.siyu.campaign.plan;

import io.siyu.campaign.Actor;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignRepository;
import io.siyu.campaign.CampaignTerms;
import io.siyu.campaign.ContentRevised;
import io.siyu.campaign.calendar.PlanWindow;
import io.siyu.campaign.plan.window.CampaignPlan;
import io.siyu.campaign.plan.window.DraftPlanner;
import io.siyu.campaign.plan.window.PlanDiff;
import io.siyu.campaign.revision.RevisionKeeper;
import io.siyu.platform.ids.Id;
import io.siyu.staff.caller.Member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Makes a plan's windows into drafts, and changes only those of earlier plans that nobody has touched. */
@ApplicationScoped
class PlanDrafts {
    private final CampaignRepository campaigns;
    private final RevisionKeeper revisions;
    private final Event<ContentRevised> revised;
    private final Clock clock;

    PlanDrafts(CampaignRepository campaigns, RevisionKeeper revisions, Event<ContentRevised> revised, Clock clock) {
        this.campaigns = campaigns;
        this.revisions = revisions;
        this.revised = revised;
        this.clock = clock;
    }

    /** What accepting the plan would do now. */
    PlanDiff diff(Member member, PlanTerms terms, CampaignPlan plan, int cadenceDays) {
        // A campaign that starts some days before the range may reach into it.
        List<Campaign> there = campaigns
                .listStarting(member.shopId(), terms.from().minusDays(CampaignTerms.MOST_DAYS - 1L), terms.to())
                .stream()
                .filter(campaign -> !campaign.endDay().isBefore(terms.from()))
                .toList();
        LocalDate today = member.shop().today(clock);
        DraftPlanner.Range range = new DraftPlanner.Range(
                terms.from(), terms.to(), today, today.plusDays(CampaignTerms.PREPARED_DAYS_BEFORE));
        return DraftPlanner.diff(plan.windows(), there, range, cadenceDays / 2);
    }

    /** @return the drafts that were made */
    List<Id> apply(Member member, PlanDiff diff) {
        ZoneId zone = member.shop().zone();
        diff.remove().forEach(this::remove);
        Stream.concat(diff.renamed().stream(), diff.move().stream()).forEach(change -> {
            change.draft().replan(change.window(), zone);
            revisions.replace(change.draft(), Actor.of(member));
        });
        List<Id> created = new ArrayList<>();
        for (PlanWindow window : diff.create()) {
            Campaign draft = Campaign.planned(member.shopId(), window, zone, member.username(), clock.instant());
            campaigns.persist(draft);
            revised.fire(new ContentRevised(draft, Actor.of(member)));
            created.add(Id.of(draft.id()));
        }
        campaigns.flush();
        return created;
    }

    private void remove(Campaign draft) {
        revisions.forget(draft.shopId(), draft.id());
        campaigns.delete(draft);
    }
}

package io.siyu.follower.audience;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignReopened;
import io.siyu.campaign.CampaignRepository;
import io.siyu.campaign.lifecycle.CampaignReady;
import io.siyu.campaign.post.PostAudienceChanged;
import io.siyu.follower.list.FollowerRanges;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;
import java.time.Instant;

/**
 * READY fixes a campaign's audience, in its transaction, range by range (R9); back in REVIEW it is withdrawn, but for those
 * who have got something already, and fixed anew at the next READY.
 */
@ApplicationScoped
class AudienceFixer {
    /** Tasks are made for who is in it. */
    private static final int BEFORE_TASKS = 1000;

    private final AudiencePlanner planner;
    private final AudienceRows rows;
    private final VariantRows variants;
    private final AudienceFixes fixes;
    private final FollowerRanges ranges;
    private final TakenFollowers taken;
    private final CampaignRepository campaigns;
    private final Clock clock;

    AudienceFixer(
            AudiencePlanner planner,
            AudienceRows rows,
            VariantRows variants,
            AudienceFixes fixes,
            FollowerRanges ranges,
            TakenFollowers taken,
            CampaignRepository campaigns,
            Clock clock) {
        this.planner = planner;
        this.rows = rows;
        this.variants = variants;
        this.fixes = fixes;
        this.ranges = ranges;
        this.taken = taken;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    void fix(@Observes @Priority(BEFORE_TASKS) CampaignReady event) {
        Campaign campaign = campaigns.findIn(event.shopId(), event.campaignId()).orElseThrow();
        Instant now = clock.instant();
        fixes.add(campaign, now);
        AudiencePlan plan = planner.plan(campaign, now);
        ranges.forEach(campaign.shopId(), range -> {
            rows.add(plan, range);
            variants.add(plan, range);
        });
        taken.take(plan, now);
    }

    /** A change under way: whom the post is for now, of those who are in it; what was sent stays. */
    void changed(@Observes @Priority(BEFORE_TASKS) PostAudienceChanged event) {
        Campaign campaign = campaigns.findIn(event.shopId(), event.campaignId()).orElseThrow();
        fixes.find(campaign).ifPresent(fix -> {
            AudiencePlan plan = planner.plan(campaign, fix.fixedAt());
            ranges.forEach(campaign.shopId(), range -> variants.change(plan, range, event.postId()));
            taken.take(plan, fix.fixedAt());
        });
    }

    void withdraw(@Observes @Priority(BEFORE_TASKS) CampaignReopened event) {
        Campaign campaign = event.campaign();
        ranges.forEach(campaign.shopId(), range -> {
            variants.withdraw(campaign, range);
            rows.withdraw(campaign, range);
        });
        fixes.remove(campaign);
    }
}

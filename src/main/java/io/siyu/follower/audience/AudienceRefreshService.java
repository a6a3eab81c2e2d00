package io.siyu.follower.audience;

import io.siyu.campaign.Actor;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignService;
import io.siyu.campaign.timeline.CampaignTimeline;
import io.siyu.campaign.timeline.Happening;
import io.siyu.campaign.timeline.TimelineKind;
import io.siyu.follower.audience.RefreshResponse.AudienceChangeKind;
import io.siyu.platform.audit.Act;
import io.siyu.platform.audit.AuditTrail;
import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.staff.caller.Found;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Brings a fixed audience up to date: an act with a reason, that shows the difference first if it is asked to, and touches
 * undone work only (R9).
 */
@ApplicationScoped
class AudienceRefreshService {
    private final CampaignService campaigns;
    private final AudienceFixes fixes;
    private final AudiencePlanner planner;
    private final AudienceDifference difference;
    private final AudienceRows rows;
    private final VariantRows variants;
    private final TakenFollowers taken;
    private final CampaignTimeline timeline;
    private final AuditTrail audit;
    private final Event<AudienceRealigned> realigned;
    private final Clock clock;

    AudienceRefreshService(
            CampaignService campaigns,
            AudienceFixes fixes,
            AudiencePlanner planner,
            AudienceDifference difference,
            AudienceRows rows,
            VariantRows variants,
            TakenFollowers taken,
            CampaignTimeline timeline,
            AuditTrail audit,
            Event<AudienceRealigned> realigned,
            Clock clock) {
        this.campaigns = campaigns;
        this.fixes = fixes;
        this.planner = planner;
        this.difference = difference;
        this.rows = rows;
        this.variants = variants;
        this.taken = taken;
        this.timeline = timeline;
        this.audit = audit;
        this.realigned = realigned;
        this.clock = clock;
    }

    /**
     * @throws io.siyu.platform.problem.ProblemException 400 without a reason, 409 for a campaign whose audience is not
     *     fixed, or that is over
     */
    @Transactional
    RefreshResponse refresh(Id id, RefreshRequest request) {
        Found<Campaign> found = campaigns.find(id);
        Campaign campaign = found.thing();
        if (!request.isDryRun() && !request.hasReason()) {
            throw ErrorCode.VALIDATION_FAILED.problem("reason", "ReasonNeeded", "Say why; the reason is kept.");
        }
        Instant fixedAt = fixes.find(campaign)
                .filter(fix -> campaign.status().isReadyOrUnderWay())
                .orElseThrow(() -> ErrorCode.STATE_CONFLICT.problem(
                        "The audience of a campaign that is " + campaign.status() + " is not refreshed."))
                .fixedAt();
        AudiencePlan plan = planner.plan(campaign, fixedAt);
        AudienceDifference.Found changes = difference.of(plan, campaign.status().isUnderWay());
        if (request.isDryRun()) {
            audit.nothingChanged();
            return changes.response(true);
        }
        Instant now = clock.instant();
        apply(plan, changes, fixedAt);
        fixes.refreshed(campaign, now);
        RefreshResponse response = changes.response(false);
        timeline.add(
                campaign,
                Actor.of(found.member()),
                now,
                Happening.of(
                        TimelineKind.AUDIENCE,
                        null,
                        "REFRESHED",
                        request.reason().strip()));
        audit.record(Act.on(campaign.shopId(), "campaign", campaign.id())
                .to(Map.of(
                        "reason", request.reason().strip(),
                        "added", response.added(),
                        "left", response.left(),
                        "moved", response.moved())));
        return response;
    }

    private void apply(AudiencePlan plan, AudienceDifference.Found changes, Instant fixedAt) {
        Campaign campaign = plan.campaign();
        List<Long> left = changes.followers(AudienceChangeKind.LEFT);
        variants.remove(campaign, left);
        if (!campaign.status().isUnderWay()) {
            rows.remove(campaign, left);
        }
        List<Long> added = changes.followers(AudienceChangeKind.ADDED);
        List<Long> changed = changes.followers(AudienceChangeKind.CHANGED, AudienceChangeKind.MOVED);
        rows.add(plan, added);
        rows.restate(plan, changed);
        variants.takeFromLeftOut(campaign.shopId(), changed);
        variants.add(plan, added);
        variants.add(plan, changes.followers(AudienceChangeKind.CHANGED));
        taken.take(plan, fixedAt);
        List<Long> all = changes.followers(AudienceChangeKind.values());
        if (!all.isEmpty()) {
            realigned.fire(new AudienceRealigned(campaign.shopId(), all));
        }
    }
}

package io.siyu.campaign.change;

import io.siyu.campaign.Actor;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignRepository;
import io.siyu.campaign.change.PostChanges.Made;
import io.siyu.campaign.lifecycle.CampaignCancelled;
import io.siyu.campaign.lifecycle.CampaignEnded;
import io.siyu.campaign.post.CampaignPost;
import io.siyu.campaign.post.CampaignPostRepository;
import io.siyu.campaign.post.PostAudienceChanged;
import io.siyu.campaign.post.PostChanged;
import io.siyu.campaign.review.ApprovalGate;
import io.siyu.campaign.review.CampaignReviewed;
import io.siyu.campaign.timeline.CampaignTimeline;
import io.siyu.campaign.timeline.Happening;
import io.siyu.campaign.timeline.TimelineKind;
import io.siyu.content.RuleViolation;
import io.siyu.shop.Shop;
import io.siyu.shop.ShopRepository;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets changes take effect when their approvals are there, and lapse when they can no longer be made. */
@ApplicationScoped
class ChangeEffect {
    private final CampaignChangeRepository changes;
    private final CampaignRepository campaigns;
    private final CampaignPostRepository posts;
    private final PostChanges postChanges;
    private final ApprovalGate approvals;
    private final ShopRepository shops;
    private final CampaignTimeline timeline;
    private final Event<PostAudienceChanged> audienceChanged;
    private final Event<PostChanged> changed;
    private final Clock clock;

    ChangeEffect(
            CampaignChangeRepository changes,
            CampaignRepository campaigns,
            CampaignPostRepository posts,
            PostChanges postChanges,
            ApprovalGate approvals,
            ShopRepository shops,
            CampaignTimeline timeline,
            Event<PostAudienceChanged> audienceChanged,
            Event<PostChanged> changed,
            Clock clock) {
        this.changes = changes;
        this.campaigns = campaigns;
        this.posts = posts;
        this.postChanges = postChanges;
        this.approvals = approvals;
        this.shops = shops;
        this.timeline = timeline;
        this.audienceChanged = audienceChanged;
        this.changed = changed;
        this.clock = clock;
    }

    void reviewed(@Observes CampaignReviewed event) {
        Campaign campaign = event.campaign();
        if (!campaign.status().isUnderWay()) {
            return;
        }
        Shop shop = shops.findById(campaign.shopId());
        changes.findOpen(campaign.shopId(), campaign.id())
                .filter(change ->
                        approvals.unmet(shop, campaign, campaign.status()).isEmpty())
                .ifPresent(change -> take(shop, campaign, change, event.by()));
    }

    void take(Shop shop, Campaign campaign, CampaignChange change, Actor by) {
        Map<Long, CampaignPost> byId = new HashMap<>();
        posts.listIn(
                        shop.id(),
                        change.posts().stream().map(one -> one.postId().value()).toList())
                .forEach(post -> byId.put(post.id(), post));
        for (ChangedPost one : change.posts()) {
            Optional<String> against =
                    postChanges.whyNot(shop, campaign, byId.get(one.postId().value()), one);
            if (against.isPresent()) {
                settle(campaign, change, ChangeStatus.LAPSED, by, against.get());
                return;
            }
        }
        List<RuleViolation> before = postChanges.check(shop, campaign);
        List<Made> made = new ArrayList<>();
        change.posts()
                .forEach(one -> made.add(
                        postChanges.make(campaign, byId.get(one.postId().value()), one)));
        Optional<RuleViolation> broken = postChanges.check(shop, campaign).stream()
                .filter(violation -> violation.isError() && !before.contains(violation))
                .findFirst();
        if (broken.isPresent()) {
            postChanges.takeBack(made);
            settle(
                    campaign,
                    change,
                    ChangeStatus.LAPSED,
                    by,
                    "It would break a rule by now: " + broken.get().rule() + ".");
            return;
        }
        settle(campaign, change, ChangeStatus.IN_EFFECT, by, null);
        for (PostChanges.Made one : made) {
            if (one.change().kind().changesAudience()) {
                audienceChanged.fire(new PostAudienceChanged(
                        shop.id(), campaign.id(), one.post().id()));
            }
            changed.fire(new PostChanged(shop.id(), one.post().id()));
        }
    }

    /** @param by null for the clock */
    void settle(Campaign campaign, CampaignChange change, ChangeStatus as, Actor by, String why) {
        change.settle(as, by, why, clock.instant());
        campaign.settleProposal();
        campaigns.flush();
        tell(campaign, change, by, why == null ? change.reason() : why);
    }

    void tell(Campaign campaign, CampaignChange change, Actor by, String text) {
        timeline.add(
                campaign, by, clock.instant(), Happening.of(TimelineKind.CHANGE, change.id(), change.status(), text));
    }

    void ended(@Observes CampaignEnded event) {
        lapse(event.shopId(), event.campaignId(), "The campaign has ended.");
    }

    void cancelled(@Observes CampaignCancelled event) {
        lapse(event.shopId(), event.campaignId(), "The campaign was cancelled.");
    }

    private void lapse(long shopId, long campaignId, String why) {
        changes.findOpen(shopId, campaignId).ifPresent(change -> campaigns
                .findIn(shopId, campaignId)
                .ifPresent(campaign -> settle(campaign, change, ChangeStatus.LAPSED, null, why)));
    }
}

package io.siyu.follower.list;

import io.siyu.campaign.Audience;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignStatus;
import io.siyu.campaign.audience.AudienceReach;
import io.siyu.campaign.gate.Gate;
import io.siyu.campaign.gate.GateCode;
import io.siyu.campaign.gate.Unmet;
import io.siyu.follower.list.AudienceQuery.Target;
import io.siyu.segment.SegmentConditions;
import io.siyu.shop.Shop;
import io.siyu.staff.AccountRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;

/**
 * DRAFT→REVIEW: somebody is there whom the campaign can reach. Asked again before READY: the audience may have been
 * edited since, and followers are lost.
 */
@ApplicationScoped
class AudienceGate implements Gate {
    private final AudienceQuery followers;
    private final AccountRepository accounts;
    private final SegmentConditions segments;

    AudienceGate(AudienceQuery followers, AccountRepository accounts, SegmentConditions segments) {
        this.followers = followers;
        this.accounts = accounts;
        this.segments = segments;
    }

    @Override
    public boolean standsBefore(CampaignStatus to) {
        return to == CampaignStatus.REVIEW || to == CampaignStatus.READY;
    }

    @Override
    public List<Unmet> unmet(Shop shop, Campaign campaign, CampaignStatus to) {
        // One that says nothing is missing, which is another gate's.
        return campaign.audience().isOpen() || reachesSomebody(shop, campaign.audience())
                ? List.of()
                : List.of(Unmet.of(
                        "audience", GateCode.AUDIENCE_EMPTY, "No follower on the shop's accounts is in the audience."));
    }

    private boolean reachesSomebody(Shop shop, Audience audience) {
        AudienceReach reach = AudienceReach.of(audience, Audience.OPEN, accounts.listActive(shop.id()));
        if (reach.isNobody()) {
            return false;
        }
        Target target = new Target(
                shop.id(),
                reach.tiers(),
                reach.tags(),
                reach.accountIds(),
                segments.ofAll(shop.id(), reach.segmentIds()));
        return !followers.listAfter(target, 0, 1).isEmpty();
    }
}

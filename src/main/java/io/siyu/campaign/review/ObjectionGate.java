package io.siyu.campaign.review;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignStatus;
import io.siyu.campaign.gate.Gate;
import io.siyu.campaign.gate.GateCode;
import io.siyu.campaign.gate.Unmet;
import io.siyu.shop.Shop;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;

/** REVIEW→PREPARING and PREPARING→READY: no objection is open, whenever it was raised. */
@ApplicationScoped
class ObjectionGate implements Gate {
    /** After what reviewers said. */
    private static final int AFTER_REVIEWS = 1;

    private final CampaignObjectionRepository objections;

    ObjectionGate(CampaignObjectionRepository objections) {
        this.objections = objections;
    }

    @Override
    public boolean standsBefore(CampaignStatus to) {
        return to == CampaignStatus.PREPARING || to == CampaignStatus.READY;
    }

    @Override
    public List<Unmet> unmet(Shop shop, Campaign campaign, CampaignStatus to) {
        return unmet(objections.listOf(campaign.shopId(), campaign.id()));
    }

    @Override
    public int order() {
        return AFTER_REVIEWS;
    }

    static List<Unmet> unmet(List<CampaignObjection> objections) {
        return objections.stream()
                .filter(CampaignObjection::isOpen)
                .map(objection -> Unmet.of(
                        "objections/" + objection.id(),
                        GateCode.OBJECTION_OPEN,
                        "The objection of " + objection.raisedBy() + " is not resolved."))
                .toList();
    }
}

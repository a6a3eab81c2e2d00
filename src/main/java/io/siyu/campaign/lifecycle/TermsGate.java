package io.siyu.campaign.lifecycle;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignStatus;
import io.siyu.campaign.gate.Gate;
import io.siyu.campaign.gate.GateCode;
import io.siyu.campaign.gate.Unmet;
import io.siyu.shop.Shop;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.ArrayList;
import java.util.List;

/** DRAFT→REVIEW: a mechanic and an audience. Asked again before READY: both may have been edited since. */
@ApplicationScoped
class TermsGate implements Gate {
    @Override
    public boolean standsBefore(CampaignStatus to) {
        return to == CampaignStatus.REVIEW || to == CampaignStatus.READY;
    }

    @Override
    public List<Unmet> unmet(Shop shop, Campaign campaign, CampaignStatus to) {
        return unmet(campaign);
    }

    static List<Unmet> unmet(Campaign campaign) {
        List<Unmet> unmet = new ArrayList<>();
        if (campaign.mechanic() == null) {
            unmet.add(Unmet.of("mechanic", GateCode.MECHANIC_MISSING, "Choose how the offer works."));
        }
        if (campaign.audience().isOpen()) {
            unmet.add(Unmet.of("audience", GateCode.AUDIENCE_MISSING, "Say whom it is for."));
        }
        return unmet;
    }
}

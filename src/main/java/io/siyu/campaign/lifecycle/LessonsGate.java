package io.siyu.campaign.lifecycle;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignStatus;
import io.siyu.campaign.gate.Gate;
import io.siyu.campaign.gate.GateCode;
import io.siyu.campaign.gate.Unmet;
import io.siyu.shop.Shop;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;

/** ENDED→CLOSED: the retrospective's lessons are written down. */
@ApplicationScoped
class LessonsGate implements Gate {
    @Override
    public boolean standsBefore(CampaignStatus to) {
        return to == CampaignStatus.CLOSED;
    }

    @Override
    public List<Unmet> unmet(Shop shop, Campaign campaign, CampaignStatus to) {
        return unmet(campaign);
    }

    static List<Unmet> unmet(Campaign campaign) {
        String lessons = campaign.lessons();
        return lessons == null || lessons.isBlank()
                ? List.of(Unmet.of("lessons", GateCode.LESSONS_MISSING, "Write down what the retrospective taught."))
                : List.of();
    }
}

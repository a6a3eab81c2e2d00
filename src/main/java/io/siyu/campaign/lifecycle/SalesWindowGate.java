package io.siyu.campaign.lifecycle;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignStatus;
import io.siyu.campaign.gate.Gate;
import io.siyu.campaign.gate.GateCode;
import io.siyu.campaign.gate.Unmet;
import io.siyu.shop.Shop;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** ENDED→CLOSED: three days after the last one are over, so that what it sold is known. */
@ApplicationScoped
class SalesWindowGate implements Gate {
    private final Clock clock;

    SalesWindowGate(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean standsBefore(CampaignStatus to) {
        return to == CampaignStatus.CLOSED;
    }

    @Override
    public List<Unmet> unmet(Shop shop, Campaign campaign, CampaignStatus to) {
        return unmet(campaign, shop.today(clock));
    }

    /** @param today the shop's */
    static List<Unmet> unmet(Campaign campaign, LocalDate today) {
        return today.isAfter(campaign.windowEndDay())
                ? List.of()
                : List.of(Unmet.of(
                        "windowEndDay",
                        GateCode.SALES_WINDOW_OPEN,
                        "What is bought until " + campaign.windowEndDay() + " still counts."));
    }
}

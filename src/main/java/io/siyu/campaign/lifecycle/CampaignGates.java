package io.siyu.campaign.lifecycle;

import io.quarkus.arc.All;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignStatus;
import io.siyu.campaign.gate.Gate;
import io.siyu.campaign.gate.Unmet;
import io.siyu.shop.Shop;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Comparator;
import java.util.List;

/** The gates before each status. Some have none: those of the clock's steps, and CANCELLED. */
@ApplicationScoped
class CampaignGates {
    private final List<Gate> gates;

    CampaignGates(@All List<Gate> gates) {
        this.gates = gates.stream().sorted(Comparator.comparingInt(Gate::order)).toList();
    }

    /** All that is not fulfilled on the way to this status, by name. */
    List<Unmet> unmet(Shop shop, Campaign campaign, CampaignStatus to) {
        return gates.stream()
                .filter(gate -> gate.standsBefore(to))
                .flatMap(gate -> gate.unmet(shop, campaign, to).stream())
                .toList();
    }
}

package io.siyu.campaign.gate;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignStatus;
import io.siyu.shop.Shop;

import java.util.List;

/**
 * What a campaign must fulfil for a step. Whoever knows of something that can keep a campaign back contributes a bean:
 * the way of a campaign does not know its posts, its reviews or what is prepared for it.
 */
public interface Gate {
    /** Whether it stands before this status. */
    boolean standsBefore(CampaignStatus to);

    /**
     * Looks at the campaign as it is now.
     *
     * @param to a status that it stands before
     * @return what is not fulfilled, each by name; empty if the gate is open
     */
    List<Unmet> unmet(Shop shop, Campaign campaign, CampaignStatus to);

    /** Of several before one status, what the one of the lower number finds is named first. */
    default int order() {
        return 0;
    }
}

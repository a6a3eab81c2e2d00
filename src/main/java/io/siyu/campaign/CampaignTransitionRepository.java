package io.siyu.campaign;

import io.siyu.platform.ids.ShopRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;

@ApplicationScoped
public class CampaignTransitionRepository implements ShopRepository<CampaignTransition> {
    /** A campaign's way so far, oldest step first. */
    public List<CampaignTransition> listOf(long shopId, long campaignId) {
        return list("shopId = ?1 and campaignId = ?2 order by id", shopId, campaignId);
    }
}

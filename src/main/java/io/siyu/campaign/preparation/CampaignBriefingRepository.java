package io.siyu.campaign.preparation;

import io.siyu.platform.ids.ShopOwnedRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;

@ApplicationScoped
public class CampaignBriefingRepository implements ShopOwnedRepository<CampaignBriefing> {
    /** By round. */
    public List<CampaignBriefing> listOf(long shopId, long campaignId) {
        return list("shopId = ?1 and campaignId = ?2 order by roundNo", shopId, campaignId);
    }
}

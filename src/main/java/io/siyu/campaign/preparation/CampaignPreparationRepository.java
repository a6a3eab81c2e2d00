package io.siyu.campaign.preparation;

import io.siyu.platform.ids.ShopOwnedRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;

@ApplicationScoped
public class CampaignPreparationRepository implements ShopOwnedRepository<CampaignPreparation> {
    /** In the order of the list. */
    public List<CampaignPreparation> listOf(long shopId, long campaignId) {
        return list("shopId = ?1 and campaignId = ?2 order by id", shopId, campaignId);
    }

    /** As {@link #listOf}, and as they are now: others may have changed some since they were read here. */
    public List<CampaignPreparation> listAnew(long shopId, long campaignId) {
        List<CampaignPreparation> items = listOf(shopId, campaignId);
        items.forEach(getEntityManager()::refresh);
        return items;
    }
}

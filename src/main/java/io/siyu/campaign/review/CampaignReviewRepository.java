package io.siyu.campaign.review;

import io.siyu.platform.ids.ShopOwnedRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;

@ApplicationScoped
public class CampaignReviewRepository implements ShopOwnedRepository<CampaignReview> {
    /** Oldest first. */
    public List<CampaignReview> listOf(long shopId, long campaignId) {
        return list("shopId = ?1 and campaignId = ?2 order by id", shopId, campaignId);
    }
}

package io.siyu.campaign.preparation;

import io.siyu.platform.ids.ShopOwnedRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;

@ApplicationScoped
public class BriefingAcknowledgementRepository implements ShopOwnedRepository<BriefingAcknowledgement> {
    /** By round. */
    public List<BriefingAcknowledgement> listOf(long shopId, long campaignId) {
        return list("shopId = ?1 and campaignId = ?2 order by roundNo, id", shopId, campaignId);
    }
}

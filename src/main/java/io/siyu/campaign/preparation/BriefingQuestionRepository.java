package io.siyu.campaign.preparation;

import io.siyu.platform.ids.ShopOwnedRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;

@ApplicationScoped
public class BriefingQuestionRepository implements ShopOwnedRepository<BriefingQuestion> {
    /** Oldest first. */
    public List<BriefingQuestion> listOf(long shopId, long campaignId) {
        return list("shopId = ?1 and campaignId = ?2 order by id", shopId, campaignId);
    }
}

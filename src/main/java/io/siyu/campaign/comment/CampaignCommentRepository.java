package io.siyu.campaign.comment;

import io.siyu.platform.ids.ShopOwnedRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;

@ApplicationScoped
public class CampaignCommentRepository implements ShopOwnedRepository<CampaignComment> {
    /** Oldest first, after the given id. */
    public List<CampaignComment> listAfter(long shopId, long campaignId, long afterId, int rows) {
        return find("shopId = ?1 and campaignId = ?2 and id > ?3 order by id", shopId, campaignId, afterId)
                .range(0, rows - 1)
                .list();
    }
}

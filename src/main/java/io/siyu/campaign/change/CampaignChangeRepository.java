package io.siyu.campaign.change;

import io.siyu.platform.ids.ShopOwnedRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.Optional;

@ApplicationScoped
public class CampaignChangeRepository implements ShopOwnedRepository<CampaignChange> {
    /** Oldest first. */
    public List<CampaignChange> listOf(long shopId, long campaignId) {
        return list("shopId = ?1 and campaignId = ?2 order by id", shopId, campaignId);
    }

    /** The one that waits for its approvals. */
    public Optional<CampaignChange> findOpen(long shopId, long campaignId) {
        return find("shopId = ?1 and campaignId = ?2 and status = ?3", shopId, campaignId, ChangeStatus.PROPOSED)
                .firstResultOptional();
    }
}

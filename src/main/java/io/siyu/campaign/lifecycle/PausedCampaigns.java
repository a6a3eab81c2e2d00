package io.siyu.campaign.lifecycle;

import io.siyu.campaign.CampaignStatus;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Which campaigns are PAUSED: what is made of their posts is neither opened nor claimed. */
@ApplicationScoped
public class PausedCampaigns {
    private final Sql sql;

    public PausedCampaigns(Sql sql) {
        this.sql = sql;
    }

    /** Those of these shops; there are few. */
    public List<Long> listOf(Collection<Long> shopIds) {
        return shopIds.isEmpty()
                ? List.of()
                : sql.list(
                        SqlFragment.named(
                                "SELECT id FROM campaign WHERE shop_id IN (:shops) AND status = :paused",
                                Map.of("shops", shopIds, "paused", CampaignStatus.PAUSED)),
                        row -> row.longAt("id"));
    }

    public boolean contains(long shopId, long campaignId) {
        return sql.first(
                        "SELECT id FROM campaign WHERE shop_id = ? AND id = ? AND status = ?",
                        row -> row.longAt("id"),
                        shopId,
                        campaignId,
                        CampaignStatus.PAUSED)
                .isPresent();
    }
}

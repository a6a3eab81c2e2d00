package io.siyu.follower.audience;

import io.siyu.campaign.Campaign;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What other campaigns of the shop, whose audiences are fixed, have with the same followers. */
@ApplicationScoped
class OtherCampaigns {
    private final Sql sql;

    OtherCampaigns(Sql sql) {
        this.sql = sql;
    }

    /**
     * A private message of another campaign that is READY or under way.
     *
     * @param fixedAt when that was READY
     */
    record Message(long campaignId, long postId, LocalDate day, int priority, Instant fixedAt) {
        /** Whether its campaign keeps a follower whom both want on one day. */
        boolean goesBefore(Campaign campaign, Instant campaignFixedAt) {
            return priority > campaign.priority()
                    || priority == campaign.priority() && fixedAt.isBefore(campaignFixedAt);
        }
    }

    /** Those of these days, both included. */
    List<Message> messages(Campaign campaign, LocalDate from, LocalDate to) {
        return sql.list(
                "SELECT p.campaign_id, p.id, p.post_day, c.priority, x.fixed_at FROM campaign_audience_fix x"
                        + " JOIN campaign c ON c.shop_id = x.shop_id AND c.id = x.campaign_id"
                        + " AND c.status IN ('READY', 'RUNNING', 'PAUSED')"
                        + " JOIN campaign_post p ON p.shop_id = x.shop_id AND p.campaign_id = x.campaign_id"
                        + " AND p.kind = 'PRIVATE' AND p.removed = FALSE"
                        + " WHERE x.shop_id = ? AND x.campaign_id <> ? AND p.post_day BETWEEN ? AND ? ORDER BY p.id",
                row -> new Message(
                        row.longAt("campaign_id"),
                        row.longAt("id"),
                        row.dayAt("post_day"),
                        row.intAt("priority"),
                        row.instantAt("fixed_at")),
                campaign.shopId(),
                campaign.id(),
                from,
                to);
    }

    /** Those that hold somebody out while this one's sales are counted too. */
    List<Long> holdingOut(Campaign campaign) {
        return sql.list(
                "SELECT x.campaign_id FROM campaign_audience_fix x"
                        + " JOIN campaign c ON c.shop_id = x.shop_id AND c.id = x.campaign_id AND c.holdout_percent > 0"
                        + " AND c.status IN ('READY', 'RUNNING', 'PAUSED', 'ENDED')"
                        + " WHERE x.shop_id = ? AND x.campaign_id <> ? AND c.start_day <= ?"
                        + " AND ADDDATE(c.start_day, c.days - 1 + " + Campaign.SALES_DAYS_AFTER + ") >= ?",
                row -> row.longAt("campaign_id"),
                campaign.shopId(),
                campaign.id(),
                campaign.windowEndDay(),
                campaign.startDay());
    }
}

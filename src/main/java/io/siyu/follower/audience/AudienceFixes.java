package io.siyu.follower.audience;

import io.siyu.campaign.Campaign;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Optional;

/** When the audience of each campaign was fixed, and for which content. */
@ApplicationScoped
class AudienceFixes {
    private final Sql sql;

    AudienceFixes(Sql sql) {
        this.sql = sql;
    }

    /** @param refreshedAt null if it never was */
    record Fix(Instant fixedAt, int contentRevision, Instant refreshedAt) {}

    Optional<Fix> find(Campaign campaign) {
        return sql.first(
                "SELECT * FROM campaign_audience_fix WHERE shop_id = ? AND campaign_id = ?",
                row -> new Fix(row.instantAt("fixed_at"), row.intAt("content_revision"), row.instantAt("refreshed_at")),
                campaign.shopId(),
                campaign.id());
    }

    void add(Campaign campaign, Instant now) {
        sql.update(
                "INSERT INTO campaign_audience_fix (shop_id, campaign_id, fixed_at, content_revision) VALUES (?,?,?,?)"
                        + " ON DUPLICATE KEY UPDATE fixed_at = VALUES(fixed_at),"
                        + " content_revision = VALUES(content_revision), refreshed_at = NULL",
                campaign.shopId(),
                campaign.id(),
                now,
                campaign.contentRevision());
    }

    void refreshed(Campaign campaign, Instant now) {
        sql.update(
                "UPDATE campaign_audience_fix SET refreshed_at = ? WHERE shop_id = ? AND campaign_id = ?",
                now,
                campaign.shopId(),
                campaign.id());
    }

    void remove(Campaign campaign) {
        sql.update(
                "DELETE FROM campaign_audience_fix WHERE shop_id = ? AND campaign_id = ?",
                campaign.shopId(),
                campaign.id());
    }
}

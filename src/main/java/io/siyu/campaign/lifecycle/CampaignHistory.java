package io.siyu.campaign.lifecycle;

import io.siyu.campaign.Actor;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignStatus;
import io.siyu.campaign.timeline.CampaignTimeline;
import io.siyu.campaign.timeline.Happening;
import io.siyu.campaign.timeline.TimelineKind;
import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.List;

/** Every step of a campaign, with who took it. */
@ApplicationScoped
public class CampaignHistory {
    private static final String CLOCK = "clock";
    private static final String SEPARATOR = ",";

    private final Sql sql;
    private final CampaignTimeline timeline;

    public CampaignHistory(Sql sql, CampaignTimeline timeline) {
        this.sql = sql;
        this.timeline = timeline;
    }

    /**
     * The campaign has just come from that status.
     *
     * @param by null for the clock
     * @param overridden the gates that were not met, for which an admin gave the reason
     */
    void add(Campaign campaign, CampaignStatus from, Actor by, Instant at, String reason, List<String> overridden) {
        sql.update(
                "INSERT INTO campaign_transition (shop_id, id, campaign_id, from_status, to_status, revision,"
                        + " staff_id, moved_by, moved_at, reason, overridden) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
                campaign.shopId(),
                Id.nextValue(),
                campaign.id(),
                from,
                campaign.status(),
                campaign.revision(),
                by == null ? null : by.staffId(),
                by == null ? CLOCK : by.username(),
                at,
                reason,
                String.join(SEPARATOR, overridden));
        timeline.add(campaign, by, at, Happening.of(TimelineKind.TRANSITION, from, campaign.status(), reason));
    }

    /** The clock has just taken the campaign on from that status. */
    void addByClock(Campaign campaign, CampaignStatus from, Instant at) {
        add(campaign, from, null, at, null, List.of());
    }

    /** The campaign's way so far, oldest step first. */
    List<TransitionResponse> list(Campaign campaign) {
        return sql.list(
                "SELECT * FROM campaign_transition WHERE shop_id = ? AND campaign_id = ? ORDER BY id",
                row -> new TransitionResponse(
                        row.enumAt("from_status", CampaignStatus.class),
                        row.enumAt("to_status", CampaignStatus.class),
                        row.intAt("revision"),
                        row.textAt("moved_by"),
                        row.instantAt("moved_at"),
                        row.textAt("reason"),
                        codes(row.textAt("overridden"))),
                campaign.shopId(),
                campaign.id());
    }

    private static List<String> codes(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(SEPARATOR));
    }
}

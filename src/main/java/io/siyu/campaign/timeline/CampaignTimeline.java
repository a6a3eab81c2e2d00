package io.siyu.campaign.timeline;

import io.siyu.campaign.Actor;
import io.siyu.campaign.Campaign;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import java.time.Instant;
import java.util.List;

/** All that happened to a campaign in one history: rows that are only ever added, in the transaction of what happened. */
@ApplicationScoped
public class CampaignTimeline {
    private static final String CLOCK = "clock";

    private final Sql sql;
    private final Event<CampaignHappened> happened;

    public CampaignTimeline(Sql sql, Event<CampaignHappened> happened) {
        this.sql = sql;
        this.happened = happened;
    }

    /** @param by null for the clock */
    public void add(Campaign campaign, Actor by, Instant at, Happening what) {
        sql.update(
                "INSERT INTO campaign_event (shop_id, id, campaign_id, kind, subject, outcome, text, content_revision,"
                        + " staff_id, done_by, happened_at) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
                campaign.shopId(),
                Id.nextValue(),
                campaign.id(),
                what.kind(),
                what.subject(),
                what.outcome(),
                what.text(),
                campaign.contentRevision(),
                by == null ? null : by.staffId(),
                by == null ? CLOCK : by.displayName(),
                at);
        happened.fire(new CampaignHappened(campaign, by, what.kind()));
    }

    /** Oldest first. */
    Page<TimelineResponse> list(Campaign campaign, PageRequest page) {
        long after = page.cursor(1).map(cursor -> cursor.longAt(0)).orElse(0L);
        List<TimelineResponse> rows = sql.list(
                "SELECT * FROM campaign_event WHERE shop_id = ? AND campaign_id = ? AND id > ? ORDER BY id LIMIT ?",
                row -> new TimelineResponse(
                        Id.of(row.longAt("id")),
                        row.enumAt("kind", TimelineKind.class),
                        row.textAt("subject"),
                        row.textAt("outcome"),
                        row.textAt("text"),
                        row.intAt("content_revision"),
                        Id.ofNullable(row.nullableLongAt("staff_id")),
                        row.textAt("done_by"),
                        row.instantAt("happened_at")),
                campaign.shopId(),
                campaign.id(),
                after,
                page.rowsToRead());
        return Page.of(rows, page.limit(), row -> Cursor.of(row.id()));
    }

    /** Of a planned draft that is taken back before anybody touched it. */
    public void forget(long shopId, long campaignId) {
        sql.update("DELETE FROM campaign_event WHERE shop_id = ? AND campaign_id = ?", shopId, campaignId);
    }
}

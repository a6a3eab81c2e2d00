package io.siyu.campaign.revision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.siyu.campaign.Actor;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.ContentRevised;
import io.siyu.campaign.timeline.CampaignTimeline;
import io.siyu.campaign.timeline.Happening;
import io.siyu.campaign.timeline.TimelineKind;
import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps what each content revision of a campaign was, so that who approved one can be shown it. */
@ApplicationScoped
public class RevisionKeeper {
    private final ContentReader reader;
    private final CampaignTimeline timeline;
    private final ObjectMapper json;
    private final Sql sql;
    private final Clock clock;

    RevisionKeeper(ContentReader reader, CampaignTimeline timeline, ObjectMapper json, Sql sql, Clock clock) {
        this.reader = reader;
        this.timeline = timeline;
        this.json = json;
        this.sql = sql;
        this.clock = clock;
    }

    void keep(@Observes ContentRevised event) {
        Campaign campaign = event.campaign();
        Instant now = clock.instant();
        write(campaign, event.by(), now);
        timeline.add(
                campaign, event.by(), now, Happening.of(TimelineKind.REVISION, campaign.contentRevision(), null, null));
    }

    /** A planned draft that nobody has touched stands for another window: it is still its first content. */
    public void replace(Campaign campaign, Actor by) {
        write(campaign, by, clock.instant());
    }

    private void write(Campaign campaign, Actor by, Instant at) {
        sql.update(
                "INSERT INTO campaign_revision (shop_id, id, campaign_id, number, content, made_by, made_at)"
                        + " VALUES (?,?,?,?,?,?,?) ON DUPLICATE KEY UPDATE content = VALUES(content)",
                campaign.shopId(),
                Id.nextValue(),
                campaign.id(),
                campaign.contentRevision(),
                text(reader.read(campaign)),
                by.displayName(),
                at);
    }

    /** Of a planned draft that is taken back before anybody touched it. */
    public void forget(long shopId, long campaignId) {
        sql.update("DELETE FROM campaign_revision WHERE shop_id = ? AND campaign_id = ?", shopId, campaignId);
        timeline.forget(shopId, campaignId);
    }

    /** Without their contents, oldest first. */
    List<RevisionResponse> listAfter(Campaign campaign, int number, int rows) {
        return sql.list(
                "SELECT number, made_by, made_at FROM campaign_revision WHERE shop_id = ? AND campaign_id = ?"
                        + " AND number > ? ORDER BY number LIMIT ?",
                row -> new RevisionResponse(row.intAt("number"), row.textAt("made_by"), row.instantAt("made_at")),
                campaign.shopId(),
                campaign.id(),
                number,
                rows);
    }

    Optional<JsonNode> find(Campaign campaign, int number) {
        return sql.first(
                        "SELECT content FROM campaign_revision WHERE shop_id = ? AND campaign_id = ? AND number = ?",
                        row -> row.textAt("content"),
                        campaign.shopId(),
                        campaign.id(),
                        number)
                .map(this::tree);
    }

    private String text(CampaignContent content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Content that is no JSON", e);
        }
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored revision is no JSON", e);
        }
    }
}

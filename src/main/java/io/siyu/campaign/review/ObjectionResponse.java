package io.siyu.campaign.review;

import io.siyu.campaign.CampaignStatus;
import io.siyu.platform.ids.Id;

import java.time.Instant;

/**
 * An objection.
 *
 * @param blocking whether it keeps the campaign from its next step; an open one that does not is owed an answer
 * @param resolution null while it is open
 */
public record ObjectionResponse(
        Id id,
        int revision,
        Id staffId,
        String raisedBy,
        Instant raisedAt,
        String text,
        boolean open,
        boolean blocking,
        String resolution,
        String resolvedBy,
        Instant resolvedAt) {
    static ObjectionResponse from(CampaignObjection objection, CampaignStatus status) {
        return new ObjectionResponse(
                Id.of(objection.id()),
                objection.revision(),
                Id.of(objection.staffId()),
                objection.raisedBy(),
                objection.raisedAt(),
                objection.text(),
                objection.isOpen(),
                objection.isOpen() && status.isBeforeReady(),
                objection.resolution(),
                objection.resolvedBy(),
                objection.resolvedAt());
    }
}

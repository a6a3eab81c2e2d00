package io.siyu.campaign.review;

import io.siyu.platform.ids.Id;

import java.time.Instant;

/** @param resolution null while it is open */
public record ObjectionResponse(
        Id id,
        int revision,
        Id staffId,
        String raisedBy,
        Instant raisedAt,
        String text,
        boolean open,
        String resolution,
        String resolvedBy,
        Instant resolvedAt) {
    static ObjectionResponse from(CampaignObjection objection) {
        return new ObjectionResponse(
                Id.of(objection.id()),
                objection.revision(),
                Id.of(objection.staffId()),
                objection.raisedBy(),
                objection.raisedAt(),
                objection.text(),
                objection.isOpen(),
                objection.resolution(),
                objection.resolvedBy(),
                objection.resolvedAt());
    }
}

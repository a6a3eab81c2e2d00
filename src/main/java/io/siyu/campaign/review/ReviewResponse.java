package io.siyu.campaign.review;

import io.siyu.platform.ids.Id;

import java.time.Instant;

/** @param contentRevision the one it is about; only approvals of the latest count */
public record ReviewResponse(
        Id id,
        int revision,
        int contentRevision,
        Id staffId,
        String reviewer,
        ReviewDecision decision,
        String note,
        Instant at) {
    static ReviewResponse from(CampaignReview review) {
        return new ReviewResponse(
                Id.of(review.id()),
                review.revision(),
                review.contentRevision(),
                Id.of(review.staffId()),
                review.reviewer(),
                review.decision(),
                review.note(),
                review.reviewedAt());
    }
}

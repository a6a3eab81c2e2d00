package io.siyu.campaign.change;

import io.siyu.platform.ids.Id;

import java.time.Instant;
import java.util.List;

/**
 * A change of a campaign that is under way.
 *
 * @param contentRevision what reviews of it are of
 * @param overridden an admin answers for it in place of approvals
 * @param settledBy null while it waits, and for the clock
 */
public record ChangeResponse(
        Id id,
        Id campaignId,
        int contentRevision,
        ChangeStatus status,
        String reason,
        boolean overridden,
        List<ChangedPost> posts,
        String proposedBy,
        Instant proposedAt,
        String settledBy,
        Instant settledAt,
        String settledReason) {
    static ChangeResponse from(CampaignChange change) {
        return new ChangeResponse(
                Id.of(change.id()),
                Id.of(change.campaignId()),
                change.contentRevision(),
                change.status(),
                change.reason(),
                change.isOverridden(),
                change.posts(),
                change.proposedBy(),
                change.proposedAt(),
                change.settledBy(),
                change.settledAt(),
                change.settledReason());
    }
}

package io.siyu.task;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * What a task was made for: a post on an account, or a follower to be added.
 *
 * @param campaignDay 1 to 3, or null for what belongs to no campaign
 * @param occurrence tells apart the times a post or a follower comes round; with post and account (or follower) it
 *     names one task for good
 */
@Embeddable
public record TaskOrigin(
        @Enumerated(EnumType.STRING) @Column(name = "kind", updatable = false)
        TaskKind kind,

        @Column(name = "campaign_id", updatable = false) Long campaignId,
        @Column(name = "campaign_day") Integer campaignDay,
        @Column(name = "post_id", updatable = false) Long postId,
        @Column(name = "account_id") Long accountId,
        @Column(name = "follower_id", updatable = false) Long followerId,
        @Column(name = "occurrence", updatable = false) String occurrence) {

    TaskOrigin onAccount(Long account) {
        return new TaskOrigin(kind, campaignId, campaignDay, postId, account, followerId, occurrence);
    }

    TaskOrigin onDay(Integer day) {
        return new TaskOrigin(kind, campaignId, day, postId, accountId, followerId, occurrence);
    }
}

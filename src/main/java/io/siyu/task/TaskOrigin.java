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
        @Enumerated(EnumType.STRING) @Column(updatable = false)
        TaskKind kind,

        @Column(updatable = false) Long campaignId,
        Integer campaignDay,
        @Column(updatable = false) Long postId,
        Long accountId,
        @Column(updatable = false) Long followerId,
        @Column(updatable = false) String occurrence) {

    TaskOrigin onAccount(Long account) {
        return new TaskOrigin(kind, campaignId, campaignDay, postId, account, followerId, occurrence);
    }

    TaskOrigin onDay(Integer day) {
        return new TaskOrigin(kind, campaignId, day, postId, accountId, followerId, occurrence);
    }
}

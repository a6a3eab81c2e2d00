package io.siyu.task;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * What a task was made for: a post on an account, a follower to be added, or a subject of another kind.
 *
 * @param campaignDay 1 to 3, or null for what belongs to no campaign
 * @param occurrence tells apart the times a post, a follower or a subject comes round; with post and account (or
 *     follower, or kind and subject) it names one task for good
 * @param subjectId what it is about, as {@link TaskKind#subject} says; null for a post's or a follower's
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
        @Column(updatable = false) String occurrence,
        @Column(updatable = false) Long subjectId) {

    /** Of a post or a follower. */
    public TaskOrigin(
            TaskKind kind,
            Long campaignId,
            Integer campaignDay,
            Long postId,
            Long accountId,
            Long followerId,
            String occurrence) {
        this(kind, campaignId, campaignDay, postId, accountId, followerId, occurrence, null);
    }

    /** Of what is done elsewhere: on no account, and whatever its subject does. */
    public static TaskOrigin about(TaskKind kind, long subjectId, String occurrence) {
        return new TaskOrigin(kind, null, null, null, null, null, occurrence, subjectId);
    }

    TaskOrigin onAccount(Long account) {
        return new TaskOrigin(kind, campaignId, campaignDay, postId, account, followerId, occurrence, subjectId);
    }

    TaskOrigin onDay(Integer day) {
        return new TaskOrigin(kind, campaignId, day, postId, accountId, followerId, occurrence, subjectId);
    }
}

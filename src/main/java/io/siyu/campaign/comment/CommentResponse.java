package io.siyu.campaign.comment;

import io.siyu.platform.ids.Id;

import java.time.Instant;

/**
 * What somebody said.
 *
 * @param postId null if it is about the campaign as a whole
 * @param line of the post's copy, from 1; null if it is about all of it
 */
public record CommentResponse(Id id, Id postId, Integer line, Id staffId, String by, Instant at, String text) {
    static CommentResponse from(CampaignComment comment) {
        return new CommentResponse(
                Id.of(comment.id()),
                Id.ofNullable(comment.postId()),
                comment.lineNo(),
                Id.of(comment.staffId()),
                comment.writtenBy(),
                comment.writtenAt(),
                comment.text());
    }
}

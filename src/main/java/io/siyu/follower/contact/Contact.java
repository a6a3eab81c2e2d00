package io.siyu.follower.contact;

import io.siyu.content.PostKind;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One thing that really went out.
 *
 * @param sentTo the follower that a private message went to; 0 for what went out on an account
 * @param at when it happened, by the device
 * @param day the shop's day of that instant
 */
public record Contact(
        long shopId,
        PostKind kind,
        long taskId,
        long sentTo,
        Long accountId,
        long staffId,
        Instant at,
        LocalDate day,
        Said said) {
    /** Who is nobody in particular: what goes out on an account. */
    public static final long EVERYBODY = 0;

    /**
     * What it was a part of, and which words it had; each may be null.
     *
     * @param scriptVersion the version that was seen
     * @param variant which of a slot's texts
     */
    public record Said(Long campaignId, Long postId, Long scriptId, Integer scriptVersion, String variant) {}

    public boolean isPrivate() {
        return kind == PostKind.PRIVATE;
    }
}

package io.siyu.follower.audience;

import io.siyu.platform.sql.SqlFragment;

import java.time.LocalDate;
import java.util.List;

/**
 * Private messages of a campaign that are one for its followers: each gets the first choice that is for him.
 *
 * @param key as it is stored: a post without a slot is one of its own
 */
record PrivateSlot(String key, List<Choice> choices) {
    /**
     * One of its posts.
     *
     * @param variant as it is stored
     * @param isFor whether it is for the follower {@code m}, whose buyer is {@code b}
     */
    record Choice(long postId, LocalDate day, String variant, SqlFragment isFor) {}

    /** The post that the follower gets; NULL for none. */
    SqlFragment post() {
        SqlFragment post = SqlFragment.of("CASE");
        for (Choice choice : choices) {
            post = post.add(" WHEN ").add(choice.isFor()).add(" THEN " + choice.postId());
        }
        return post.add(" END");
    }

    /** The variant that a post of it is. @param column the post */
    SqlFragment variantOf(String column) {
        SqlFragment variant = SqlFragment.of("CASE " + column);
        for (Choice choice : choices) {
            variant = variant.add(" WHEN " + choice.postId() + " THEN ?", choice.variant());
        }
        return variant.add(" END");
    }
}

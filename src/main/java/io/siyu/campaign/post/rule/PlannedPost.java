package io.siyu.campaign.post.rule;

import io.siyu.buyer.Tier;
import io.siyu.content.ContentLine;
import io.siyu.content.PostKind;

import java.time.LocalDateTime;
import java.util.Set;

/**
 * A post as the rules see it.
 *
 * @param at local time in the shop's zone
 * @param line null if neither it nor its script has one
 * @param tiers whom it reaches; only a private message asks
 * @param accounts the accounts it goes out on
 * @param underCheck false for posts that are only looked at because they share days and accounts with these
 */
public record PlannedPost(
        long postId,
        LocalDateTime at,
        PostKind kind,
        ContentLine line,
        Set<Tier> tiers,
        Set<Long> accounts,
        boolean underCheck) {
    String field() {
        return "posts/" + postId;
    }
}

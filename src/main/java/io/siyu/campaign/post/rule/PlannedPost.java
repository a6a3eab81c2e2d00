package io.siyu.campaign.post.rule;

import io.siyu.buyer.Tier;
import io.siyu.campaign.post.Variant;
import io.siyu.content.ContentLine;
import io.siyu.content.ContentScene;
import io.siyu.content.PostKind;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;

/**
 * A post as the rules on all posts together see it.
 *
 * @param at local time in the shop's zone
 * @param line null if neither it nor its script has one
 * @param scene what its script shows that has happened, null for nothing
 * @param reach whom it reaches; only a private message asks
 * @param accounts the accounts it goes out on
 * @param underCheck false for posts that are only looked at because they share days and accounts with these
 * @param inSlot null for a slot of its own
 */
public record PlannedPost(
        long postId,
        LocalDateTime at,
        PostKind kind,
        ContentLine line,
        ContentScene scene,
        Reach reach,
        Set<Long> accounts,
        boolean underCheck,
        InSlot inSlot) {
    /** One that is a slot of its own. */
    public PlannedPost(
            long postId,
            LocalDateTime at,
            PostKind kind,
            ContentLine line,
            ContentScene scene,
            Reach reach,
            Set<Long> accounts,
            boolean underCheck) {
        this(postId, at, kind, line, scene, reach, accounts, underCheck, null);
    }

    /**
     * Which variant of which slot of its campaign.
     *
     * @param tiers of whom the slot is, as far as the post's own audience says
     */
    public record InSlot(long campaignId, String slot, Variant variant, Set<Tier> tiers) {
        /** The slot alone. */
        List<Object> key() {
            return List.of(campaignId, slot);
        }
    }

    /**
     * Which followers of an account.
     *
     * @param tiers of any of these
     * @param tags with any of these; empty for all
     * @param segments in all of these; empty for all
     */
    public record Reach(Set<Tier> tiers, Set<String> tags, Set<Long> segments) {
        public static Reach ofTiers(Set<Tier> tiers) {
            return new Reach(tiers, Set.of(), Set.of());
        }

        /** Whether it is for all of its tiers. */
        boolean isOpen() {
            return tags.isEmpty() && segments.isEmpty();
        }

        /** What it narrows its tiers to: who is in one of two that are alike is in both. */
        List<Object> narrowing() {
            return List.of(tags, segments);
        }
    }

    /** Two posts with the same are variants: nobody gets both. */
    List<Object> slotKey() {
        return inSlot == null ? List.of(postId) : inSlot.key();
    }

    LocalDate day() {
        return at.toLocalDate();
    }

    String field() {
        return "posts/" + postId;
    }
}

package io.siyu.follower.person;

import java.util.List;

/** Followers of buyers that were merged became one: fired in that transaction, when the gone ones are gone. */
public record FollowersMerged(long shopId, List<Pair> pairs) {
    public FollowersMerged {
        pairs = List.copyOf(pairs);
    }

    public record Pair(long keptFollowerId, long goneFollowerId) {}
}

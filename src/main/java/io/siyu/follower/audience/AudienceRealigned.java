package io.siyu.follower.audience;

import java.util.List;

/**
 * Fired in the transaction in which what some followers get of campaigns, or from which account, has changed since their
 * audiences were fixed: what is undone has to follow.
 */
public record AudienceRealigned(long shopId, List<Long> followerIds) {
    public AudienceRealigned {
        followerIds = List.copyOf(followerIds);
    }
}

package io.siyu.follower.unanswered;

import java.time.Instant;
import java.util.List;

/** Nobody answered: these followers are candidates on no account again. Fired in that transaction. */
public record InvitationsExpired(long shopId, List<Long> followerIds, Instant at) {
    public InvitationsExpired {
        followerIds = List.copyOf(followerIds);
    }
}

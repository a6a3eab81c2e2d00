package io.siyu.follower;

import java.time.Instant;
import java.util.List;

/**
 * Candidates were given to accounts, whose people are to add the buyers. Fired in the transaction that gave them.
 *
 * @param opensAt from when on the buyers may be invited
 */
public record CandidatesAssigned(long shopId, List<Assigned> candidates, Instant opensAt) {
    public CandidatesAssigned {
        candidates = List.copyOf(candidates);
    }

    public record Assigned(long followerId, long buyerId, long accountId) {}
}

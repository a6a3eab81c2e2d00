package io.siyu.follower;

import java.time.Instant;

/**
 * A candidate was given to an account, whose owner is to add the buyer.
 *
 * @param opensAt from when on the buyer may be invited
 */
public record CandidateAssigned(
        long shopId, long followerId, long buyerId, long accountId, long ownerStaffId, Instant opensAt) {}

package io.siyu.follower;

import java.time.Instant;

/**
 * A candidate was given to an account, whose owner is to add the buyer.
 *
 * @param ownerStaffId null if the owner is given no work, so that it is the pool's
 * @param opensAt from when on the buyer may be invited
 */
public record CandidateAssigned(
        long shopId, long followerId, long buyerId, long accountId, Long ownerStaffId, Instant opensAt) {}

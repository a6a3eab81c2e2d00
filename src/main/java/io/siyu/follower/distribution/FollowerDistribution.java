package io.siyu.follower.distribution;

import java.time.Instant;
import java.util.List;

/**
 * How far a distribution has come.
 *
 * @param request as it was asked for, as JSON
 * @param total how many candidates it is about: as many as were asked for, or there are; null before they are known
 * @param planned how many of them have a place on an account
 * @param done how many of those have been seen to, in their sequence: the checkpoint
 * @param noRoom who of the total had no room on the accounts
 * @param gone who was no candidate any more when it came to them
 * @param remaining candidates of these tiers on no account
 * @param attempts how often it broke off at this place
 */
record FollowerDistribution(
        long shopId,
        long id,
        DistributionStatus status,
        String request,
        Integer total,
        int planned,
        int done,
        int assigned,
        int noRoom,
        int gone,
        long remaining,
        boolean isCancelled,
        int attempts,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt) {
    /** Part of its work, from 0 to 1. */
    double progress() {
        if (status.isOver()) {
            return 1;
        }
        return planned == 0 ? 0 : (double) done / planned;
    }

    /** What one account got and can still take. */
    record Share(long accountId, int assigned, int capacityLeft, int dailyLeft) {}

    /** A candidate and the account that is to have it. */
    record Place(int seq, long followerId, long buyerId, long accountId) {
        UnassignedCandidates.Candidate candidate() {
            return new UnassignedCandidates.Candidate(followerId, buyerId);
        }
    }

    /** What a batch came to. */
    record Step(int done, int assigned, int noRoom, int gone, List<Share> shares) {}
}

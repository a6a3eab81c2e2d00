package io.siyu.follower.list;

import io.siyu.buyer.Tier;
import io.siyu.follower.FollowerStatus;

import java.util.Map;

/**
 * The followers of one tier, by status.
 *
 * @param buyers all of them
 */
public record FollowerListResponse(
        Tier tier, long buyers, long candidates, long invited, long added, long lost, long optedOut) {
    static FollowerListResponse of(Tier tier, Map<FollowerStatus, Long> counts) {
        return new FollowerListResponse(
                tier,
                counts.values().stream().mapToLong(Long::longValue).sum(),
                counts.getOrDefault(FollowerStatus.CANDIDATE, 0L),
                counts.getOrDefault(FollowerStatus.INVITED, 0L),
                counts.getOrDefault(FollowerStatus.ADDED, 0L),
                counts.getOrDefault(FollowerStatus.LOST, 0L),
                counts.getOrDefault(FollowerStatus.OPTED_OUT, 0L));
    }
}

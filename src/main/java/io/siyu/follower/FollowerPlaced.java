package io.siyu.follower;

/** Somebody put a follower onto another account by hand: fired in that transaction. */
public record FollowerPlaced(long shopId, long followerId, long accountId) {}

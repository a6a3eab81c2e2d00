package io.siyu.follower;

/** Somebody set a follower's status by hand: fired in that transaction. */
public record FollowerMoved(long shopId, long followerId, FollowerStatus to) {}

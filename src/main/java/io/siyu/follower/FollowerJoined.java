package io.siyu.follower;

import java.time.Instant;

/**
 * Somebody became a follower, for the first time or again: fired in that transaction, once a joining.
 *
 * @param accountId on which
 * @param at when that is told: it names the joining
 */
public record FollowerJoined(long shopId, long followerId, long accountId, Instant at) {}

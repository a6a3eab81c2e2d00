package io.siyu.retrospective.growth;

import io.siyu.follower.loss.LossReason;

import java.util.Map;

/** Followers that a campaign's accounts won and lost in its window. */
public record Growth(int adds, int losses, Map<LossReason, Integer> lossesByReason) {
    public static final Growth NONE = new Growth(0, 0, Map.of());
}

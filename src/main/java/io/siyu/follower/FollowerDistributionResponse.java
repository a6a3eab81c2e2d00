package io.siyu.follower;

import io.siyu.platform.ids.Id;

import java.util.List;

/**
 * @param remaining candidates of these tiers who are still on no account
 * @param accounts what each got and can still take today
 */
public record FollowerDistributionResponse(int assigned, long remaining, List<Share> accounts) {
    public record Share(Id accountId, int assigned, int capacityLeft, int dailyLeft) {}
}

package io.siyu.follower.distribution;

import io.siyu.buyer.Tier;
import io.siyu.platform.ids.Id;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.util.List;
import java.util.Map;

/**
 * @param accounts who gets candidates; left out: all active accounts of the shop
 * @param tiers whose; left out: of all tiers
 * @param weights parts of the accounts; an account that is left out has weight 1
 * @param limit how many candidates at most
 */
public record DistributeFollowersRequest(
        @Size(min = 1, max = 200) List<@NotNull Id> accounts,
        @Size(min = 1, max = 7) List<@NotNull Tier> tiers,
        @Size(max = 200) Map<Id, @NotNull @Min(0) @Max(1000) Integer> weights,
        @Min(1) @Max(FollowerDistributionService.MOST) Integer limit) {}

package io.siyu.tier.policy;

import io.siyu.tier.TierRule;
import io.siyu.tier.run.TierSnapshotResponse;

import java.util.List;

/**
 * Rules in order; the first that matches gives a buyer's tier.
 *
 * @param snapshot what the tiers that are stored now rest on, which may be earlier rules; null as long as there are none
 */
public record TierPolicyResponse(List<TierRule> rules, TierSnapshotResponse snapshot) {}

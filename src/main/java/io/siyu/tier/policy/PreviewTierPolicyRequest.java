package io.siyu.tier.policy;

import io.siyu.tier.TierRule;

import java.time.LocalDate;
import java.util.List;

/**
 * @param rules to be tried, or null for those of the shop
 * @param asOf the day, or null for the shop's today
 */
public record PreviewTierPolicyRequest(List<TierRule> rules, LocalDate asOf) {}

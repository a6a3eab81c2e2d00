package io.siyu.tier.policy;

import io.siyu.tier.TierRule;

import jakarta.validation.constraints.NotNull;

import java.util.List;

/** The whole policy, as GET answers it. */
public record ReplaceTierPolicyRequest(@NotNull List<TierRule> rules) {}

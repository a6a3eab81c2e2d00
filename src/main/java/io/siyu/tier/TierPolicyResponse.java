package io.siyu.tier;

import java.util.List;

/** Rules in order; the first that matches gives a buyer's tier. */
public record TierPolicyResponse(List<TierRule> rules) {
    static TierPolicyResponse from(TierPolicy policy) {
        return new TierPolicyResponse(policy.rules());
    }
}

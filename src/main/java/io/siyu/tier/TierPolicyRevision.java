package io.siyu.tier;

/**
 * A shop's policy as it stands.
 *
 * @param revision counts the shop's changes; 0 for the standard policy
 */
public record TierPolicyRevision(int revision, TierPolicy policy) {}

package io.siyu.tier;

import java.time.Instant;
import java.util.List;

/** A version of a shop's policy; the standard one, revision 0, was put into effect by nobody. */
public record TierPolicyRevisionResponse(int revision, String changedBy, Instant changedAt, List<TierRule> rules) {}

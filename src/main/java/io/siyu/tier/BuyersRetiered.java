package io.siyu.tier;

import java.util.List;

/**
 * Tiers and due days of these buyers stand anew.
 *
 * @param buyerIds in ascending order, at most a few thousand
 */
public record BuyersRetiered(long shopId, List<Long> buyerIds) {}

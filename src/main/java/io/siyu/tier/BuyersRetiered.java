package io.siyu.tier;

/** Tiers, cycles and due days of the buyers with ids from one to another, both included, stand anew. */
public record BuyersRetiered(long shopId, long fromBuyerId, long toBuyerId) {}

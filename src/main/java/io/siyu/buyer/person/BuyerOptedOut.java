package io.siyu.buyer.person;

/** A buyer is not to be contacted any more, by anybody, for good: fired in that transaction. */
public record BuyerOptedOut(long shopId, long buyerId) {}

package io.siyu.buyer.merge;

/** A merge was undone: fired in that transaction. Whoever brought something over brings it back. */
public record BuyerMergeUndone(long shopId, long mergeId, long keptId, long goneId) {}

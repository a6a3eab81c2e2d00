package io.siyu.order.intake;

/** What became of a batch of orders and of their buyers. */
public record BatchCounts(int created, int updated, int unchanged, int stale, int buyersCreated, int buyersUpdated) {}

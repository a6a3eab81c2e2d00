package io.siyu.buyer;

/** Orders came in and the sums of their buyers stand: who observes this brings tiers and followers up to date. */
public record BuyersChanged(long shopId) {}

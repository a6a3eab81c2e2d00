package io.siyu.cycle;

/** A shop's mean cycle, and how far it can be trusted. */
public record ShopCycle(MeanCycle mean, Confidence confidence) {}

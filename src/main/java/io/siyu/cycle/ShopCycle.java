package io.siyu.cycle;

import io.siyu.cycle.measure.Confidence;
import io.siyu.cycle.measure.MeanCycle;

/** A shop's mean cycle, and how far it can be trusted. */
public record ShopCycle(MeanCycle mean, Confidence confidence) {}

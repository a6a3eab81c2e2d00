package io.siyu.campaign.plan;

import io.siyu.cycle.CycleScope;
import io.siyu.cycle.measure.Cadence;
import io.siyu.cycle.measure.Confidence;

/**
 * A cadence, and how far the cycle under it can be trusted.
 *
 * @param scope whose cycle was asked for
 */
record Rhythm(CycleScope scope, Cadence cadence, Confidence confidence) {}

package io.siyu.forecast;

import io.siyu.forecast.model.HoldoutQuality;

import java.time.LocalDate;

/**
 * How well a model fitted to the first part of the history foretold the rest.
 *
 * @param splitDay the last day that the model knew
 * @param days how long the period held out is
 */
public record FitQuality(LocalDate splitDay, int days, HoldoutQuality holdout) {}

package io.siyu.forecast.fit;

import io.siyu.forecast.trial.Candidate;

import java.time.LocalDate;
import java.util.List;

/**
 * The models that were fitted beside each other, each held against a part of the history that it had not seen.
 *
 * @param splitDay the last day that the models knew
 * @param days how long the period held out is
 */
record TriedModels(LocalDate splitDay, int days, List<Candidate> candidates) {}

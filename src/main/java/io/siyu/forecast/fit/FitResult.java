package io.siyu.forecast.fit;

import io.siyu.forecast.model.GammaGamma;
import io.siyu.forecast.trial.Candidate;

/**
 * What a fit found.
 *
 * @param points different histories among the buyers
 * @param chosen the model that holds; times in weeks, in which the literature publishes its parameters
 * @param spendBuyers whose repeat purchases the spend rests on
 * @param spend null where too few buyers repeated, or where no mean follows from what they spent
 */
record FitResult(long points, Candidate chosen, long spendBuyers, GammaGamma spend) {}

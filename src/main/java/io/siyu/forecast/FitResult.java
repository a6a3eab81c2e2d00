package io.siyu.forecast;

import io.siyu.forecast.model.BgNbdFit;
import io.siyu.forecast.model.GammaGamma;

/**
 * What a fit found.
 *
 * @param points different histories among the buyers
 * @param purchases times in weeks, in which the literature publishes its parameters
 * @param spendBuyers whose repeat purchases the spend rests on
 * @param spend null where too few buyers repeated
 * @param quality null where the history is too thin to hold out a part of it
 */
record FitResult(long points, BgNbdFit purchases, long spendBuyers, GammaGamma spend, FitQuality quality) {}

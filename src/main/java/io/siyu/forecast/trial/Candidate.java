package io.siyu.forecast.trial;

import io.siyu.forecast.model.FitFlaw;
import io.siyu.forecast.model.ModelKind;
import io.siyu.forecast.model.PurchaseFit;

/**
 * One of the models, as it did on a shop's data.
 *
 * @param fit to all that is known; null if the search broke off
 * @param holdout how well it foretold the last part from the first; null where the first is too thin to fit
 * @param flaw why it must not be taken; null for a sound one
 */
public record Candidate(ModelKind kind, PurchaseFit fit, HoldoutQuality holdout, FitFlaw flaw) {}

package io.siyu.forecast.fit;

import io.siyu.forecast.BuyerPurchases;
import io.siyu.forecast.FitData;
import io.siyu.forecast.PurchaseHistories;
import io.siyu.forecast.model.FitFlaw;
import io.siyu.forecast.model.GammaGamma;
import io.siyu.forecast.model.GammaGammaFit;
import io.siyu.forecast.model.NoFitException;
import io.siyu.forecast.model.WeightedHistories;
import io.siyu.forecast.model.WeightedSpends;
import io.siyu.forecast.trial.HoldoutSample;
import io.siyu.forecast.trial.ModelChoice;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.LocalDate;

/** Fits the models to a shop's purchases up to a day, and measures how well each would have foretold the last third. */
@ApplicationScoped
class ForecastFitter {
    /** Fewer repeat buyers say nothing of spend. */
    private static final long ENOUGH_SPENDS = 30;

    private static final int PARTS = 3;

    private final PurchaseHistories histories;

    ForecastFitter(PurchaseHistories histories) {
        this.histories = histories;
    }

    /**
     * Reads everything first: what fails afterwards does so by the data and would do so again.
     *
     * @throws NoFitException for any such failure
     */
    FitVerdict fit(long shopId, LocalDate asOf, FitData data) {
        int days = data.historyDays() / PARTS;
        LocalDate split = asOf.minusDays(days);
        WeightedHistories all = histories.weighted(shopId, asOf);
        HoldoutSample sample = histories.holdout(shopId, split, asOf);
        WeightedSpends spends = histories.spends(shopId, asOf);
        try {
            ModelChoice choice = ModelChoice.of(all, sample, BuyerPurchases.DAYS_A_WEEK, days);
            TriedModels tried = new TriedModels(split, days, choice.candidates());
            return choice.chosen() == null
                    ? FitVerdict.noFit(choice.flaw(), tried)
                    : FitVerdict.fitted(
                            tried, new FitResult(all.points(), choice.chosen(), spends.buyers(), spend(spends)));
        } catch (RuntimeException e) {
            throw new NoFitException(FitFlaw.NO_MAXIMUM, e);
        }
    }

    private static GammaGamma spend(WeightedSpends spends) {
        try {
            GammaGammaFit fit = spends.buyers() < ENOUGH_SPENDS ? null : GammaGammaFit.of(spends);
            return fit == null || !fit.isSound() ? null : fit.model();
        } catch (NoFitException e) {
            return null;
        }
    }
}

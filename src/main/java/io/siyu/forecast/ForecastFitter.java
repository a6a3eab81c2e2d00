package io.siyu.forecast;

import io.siyu.forecast.model.BgNbdFit;
import io.siyu.forecast.model.GammaGamma;
import io.siyu.forecast.model.GammaGammaFit;
import io.siyu.forecast.model.HoldoutQuality;
import io.siyu.forecast.model.HoldoutSample;
import io.siyu.forecast.model.NoFitException;
import io.siyu.forecast.model.WeightedHistories;
import io.siyu.forecast.model.WeightedSpends;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.LocalDate;

/** Fits a shop's model to its purchases up to a day, and measures how well it would have foretold the last third. */
@ApplicationScoped
class ForecastFitter {
    /** Fewer repeat buyers say nothing of spend. */
    private static final long ENOUGH_SPENDS = 30;

    private static final int PARTS = 3;

    private final PurchaseHistories histories;

    ForecastFitter(PurchaseHistories histories) {
        this.histories = histories;
    }

    /** @throws NoFitException if the search for parameters leads nowhere */
    FitResult fit(long shopId, LocalDate asOf, FitData data) {
        WeightedHistories all = histories.weighted(shopId, asOf);
        BgNbdFit purchases = BgNbdFit.of(all);
        WeightedSpends spends = histories.spends(shopId, asOf);
        return new FitResult(
                all.points(),
                purchases,
                spends.buyers(),
                spend(spends),
                quality(shopId, asOf, data.historyDays() / PARTS));
    }

    private static GammaGamma spend(WeightedSpends spends) {
        try {
            return spends.buyers() < ENOUGH_SPENDS
                    ? null
                    : GammaGammaFit.of(spends).model();
        } catch (NoFitException e) {
            return null;
        }
    }

    private FitQuality quality(long shopId, LocalDate asOf, int days) {
        LocalDate split = asOf.minusDays(days);
        HoldoutSample sample = histories.holdout(shopId, split, asOf);
        try {
            BgNbdFit known = BgNbdFit.of(sample.histories(BuyerPurchases.DAYS_A_WEEK));
            return new FitQuality(
                    split, days, HoldoutQuality.of(sample, known.model(), BuyerPurchases.DAYS_A_WEEK, days));
        } catch (NoFitException e) {
            return null;
        }
    }
}

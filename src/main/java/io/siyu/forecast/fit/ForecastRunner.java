package io.siyu.forecast.fit;

import io.siyu.forecast.BuyerForecast;
import io.siyu.forecast.BuyerForecastWriter;
import io.siyu.forecast.BuyerPurchases;
import io.siyu.forecast.FitData;
import io.siyu.forecast.ForecastModel;
import io.siyu.forecast.ForecastReason;
import io.siyu.forecast.PurchaseHistories;
import io.siyu.forecast.model.NoFitException;
import io.siyu.platform.drain.Drain;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.sql.DatabaseFault;
import io.siyu.platform.sql.InSteps;
import io.siyu.platform.time.LeaseKeeper;
import io.siyu.platform.time.LeaseLostException;
import org.jboss.logging.Logger;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Runs a shop's fits: looks at the data, finds the parameters, then writes what they say of each buyer, page by page. An
 * interrupted fit goes on behind its last page; what was written before says the same.
 */
@InSteps
@ApplicationScoped
class ForecastRunner {
    private static final Logger LOG = Logger.getLogger(ForecastRunner.class);
    private static final int ATTEMPTS = 3;
    private static final String GAVE_UP = "It failed several times at the same place; the log says why.";

    private final ForecastSchedule schedule;
    private final ForecastFitRepository fits;
    private final PurchaseHistories histories;
    private final ForecastFitter fitter;
    private final BuyerForecastWriter writer;
    private final Clock clock;
    private final LeaseKeeper keeper;
    private final Drain drain;

    ForecastRunner(
            ForecastSchedule schedule,
            ForecastFitRepository fits,
            PurchaseHistories histories,
            ForecastFitter fitter,
            BuyerForecastWriter writer,
            Clock clock,
            LeaseKeeper keeper,
            Drain drain) {
        this.schedule = schedule;
        this.fits = fits;
        this.histories = histories;
        this.fitter = fitter;
        this.writer = writer;
        this.clock = clock;
        this.keeper = keeper;
        this.drain = drain;
    }

    /** Runs all of the shop's fits that wait. The lease must be the owner's; it is free afterwards. */
    void runAll(long shopId, String owner) {
        try (LeaseKeeper.Kept kept = keeper.keep(schedule.kept(shopId, owner))) {
            Optional<ForecastFit> next;
            while (!drain.isOn() && (next = fits.findNext(shopId)).isPresent()) {
                if (!run(next.get(), owner)) {
                    // The lease is left to lapse, so that the next attempt comes a while later.
                    return;
                }
            }
        } catch (LeaseLostException e) {
            LOG.infof("Another worker has taken over the forecast of shop %d", shopId);
            return;
        }
        Contention.inTransaction(() -> {
            schedule.release(shopId, owner);
            return null;
        });
    }

    /** @return whether the worker may go on */
    private boolean run(ForecastFit fit, String owner) {
        try {
            if (fit.attempts() >= ATTEMPTS) {
                underLease(fit, owner, () -> fits.finish(fit, FitStatus.FAILED, GAVE_UP, clock.instant()));
                return true;
            }
            underLease(fit, owner, () -> fits.start(fit, clock.instant()));
            runOnce(fit.outcome() == null ? look(fit, owner) : fit, owner);
            return true;
        } catch (LeaseLostException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            if (DatabaseFault.isIn(e)) {
                // Which says nothing about the fit.
                LOG.warnf("Forecast fit %d broke off and will be tried again: %s", fit.id(), DatabaseFault.words(e));
                return false;
            }
            LOG.errorf(e, "Forecast fit %d broke off and will be tried again", fit.id());
            underLease(fit, owner, () -> fits.countFailure(fit));
            return false;
        }
    }

    /** Figures that are none come of the data, so another attempt would end like this one. */
    private void runOnce(ForecastFit fit, String owner) {
        try {
            attempt(fit, owner);
        } catch (NoFitException e) {
            LOG.warnf(e, "The model of shop %d has no figures for one of its buyers", fit.shopId());
            underLease(fit, owner, () -> fits.withdraw(fit, e.flaw()));
            attempt(stored(fit), owner);
        }
    }

    /** Looks at the data and finds the parameters if there is enough of it. */
    private ForecastFit look(ForecastFit fit, String owner) {
        FitData data = histories.data(fit.shopId(), fit.asOf());
        FitVerdict verdict = verdict(fit, data);
        underLease(fit, owner, () -> fits.keep(fit, data, verdict));
        return stored(fit);
    }

    private FitVerdict verdict(ForecastFit fit, FitData data) {
        if (data.verdict() != ForecastReason.FITTED) {
            return FitVerdict.tooLittle(data.verdict());
        }
        try {
            return fitter.fit(fit.shopId(), fit.asOf(), data);
        } catch (NoFitException e) {
            LOG.warnf(e, "No model fits the purchases of shop %d", fit.shopId());
            return FitVerdict.noFit(e.flaw(), null);
        }
    }

    private ForecastFit stored(ForecastFit fit) {
        return fits.findInAny(List.of(fit.shopId()), fit.id()).orElseThrow();
    }

    private void attempt(ForecastFit fit, String owner) {
        boolean isFitted = fit.outcome() == ForecastReason.FITTED;
        long after = fit.checkpointBuyer();
        boolean hasMore = true;
        while (hasMore && !drain.isOn()) {
            if (isFitted) {
                long behind = after;
                after = underLease(fit, owner, () -> writePage(fit, behind));
                hasMore = after < Long.MAX_VALUE;
            } else {
                hasMore = underLease(fit, owner, () -> writer.deleteSome(fit.shopId()));
            }
        }
        if (!hasMore) {
            underLease(fit, owner, () -> fits.finish(fit, FitStatus.DONE, null, clock.instant()));
        }
    }

    /** @return the last buyer of the page, or the greatest number behind the last page */
    private long writePage(ForecastFit fit, long after) {
        ForecastModel model = fit.model(fit.asOf());
        List<BuyerPurchases> page = histories.page(fit.shopId(), fit.asOf(), after);
        boolean isLast = page.size() < PurchaseHistories.PAGE;
        long to = isLast ? Long.MAX_VALUE : page.get(page.size() - 1).buyerId();
        Map<Long, BuyerForecast> expected = new HashMap<>();
        page.forEach(buyer -> expected.put(buyer.buyerId(), model.of(buyer)));
        writer.write(fit.shopId(), after, to, expected);
        fits.advance(fit, to, page.size());
        return to;
    }

    private void underLease(ForecastFit fit, String owner, Runnable change) {
        underLease(fit, owner, () -> {
            change.run();
            return null;
        });
    }

    private <T> T underLease(ForecastFit fit, String owner, Supplier<T> change) {
        return Contention.inTransaction(() -> {
            T done = change.get();
            // At the end, so that no sign of life has to wait for the change.
            if (!schedule.keep(fit.shopId(), owner)) {
                throw new LeaseLostException();
            }
            return done;
        });
    }
}

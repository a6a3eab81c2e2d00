package io.siyu.forecast.fit;

import io.siyu.buyer.BuyerResponse;
import io.siyu.forecast.BuyerForecast;
import io.siyu.forecast.BuyerPurchases;
import io.siyu.forecast.ForecastReason;
import io.siyu.forecast.PurchaseHistories;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.sql.OneTransaction;
import io.siyu.shop.Shop;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Tells what is expected of buyers and what that rests on, and takes in wishes for a fit. */
@ApplicationScoped
class ForecastService {
    private final ForecastFitRepository fits;
    private final PurchaseHistories histories;
    private final DueForecasts due;
    private final Clock clock;

    ForecastService(ForecastFitRepository fits, PurchaseHistories histories, DueForecasts due, Clock clock) {
        this.fits = fits;
        this.histories = histories;
        this.due = due;
        this.clock = clock;
    }

    /** What a shop's expectations rest on. */
    ForecastResponse ofShop(long shopId) {
        ForecastFitResponse pending = fits.listBefore(shopId, Long.MAX_VALUE, 1).stream()
                .filter(fit -> fit.status() == FitStatus.QUEUED || fit.status() == FitStatus.RUNNING)
                .findFirst()
                .map(ForecastFitResponse::from)
                .orElse(null);
        return fits.findLastDone(shopId)
                .map(fit -> ForecastResponse.of(fit, pending))
                .orElseGet(() -> ForecastResponse.without(whyNone(shopId), pending));
    }

    private ForecastReason whyNone(long shopId) {
        return fits.hasBrokenOff(shopId) ? ForecastReason.FIT_FAILED : ForecastReason.NOT_FITTED_YET;
    }

    /**
     * What is expected of a buyer: worked out from the buyer's purchases as they are now by the parameters of the last
     * fit, so that today's order shows at once.
     */
    BuyerForecastResponse ofBuyer(Shop shop, BuyerResponse buyer) {
        LocalDate today = shop.today(clock);
        if (buyer.erasedAt() != null) {
            return BuyerForecastResponse.byCycle(buyer, ForecastReason.ERASED, today);
        }
        Optional<BuyerPurchases> purchases =
                histories.find(shop.id(), buyer.id().value(), today);
        if (purchases.isEmpty()) {
            return BuyerForecastResponse.byCycle(buyer, ForecastReason.NO_PURCHASES, today);
        }
        Optional<ForecastFit> fit = fits.findLastDone(shop.id());
        if (fit.isEmpty() || fit.get().result() == null) {
            ForecastReason why = fit.map(ForecastFit::outcome).orElseGet(() -> whyNone(shop.id()));
            return BuyerForecastResponse.byCycle(buyer, why, today);
        }
        BuyerForecast forecast = fit.get().model(today).of(purchases.get());
        return BuyerForecastResponse.byModel(buyer, fit.get().basis(), forecast, today);
    }

    /** Has the shop's model fitted in the background; a fit of today that waits or runs is given back instead of a second. */
    ForecastFitResponse queue(Shop shop, String by) {
        long id = Contention.inTransaction(() -> due.queue(shop, by));
        ForecastFitResponse fit = find(List.of(shop.id()), id);
        OneTransaction.onceCommitted(due::start);
        return fit;
    }

    /** @throws io.siyu.platform.problem.ProblemException 404 for a fit of another shop */
    ForecastFitResponse find(Collection<Long> shopIds, long id) {
        return fits.findInAny(shopIds, id)
                .map(ForecastFitResponse::from)
                .orElseThrow(() -> ErrorCode.NOT_FOUND.problem("There is no such fit."));
    }

    /** The shop's fits, newest first. */
    Page<ForecastFitResponse> list(long shopId, PageRequest page) {
        long before = page.cursor(1).map(cursor -> cursor.longAt(0)).orElse(Long.MAX_VALUE);
        List<ForecastFit> rows = fits.listBefore(shopId, before, page.rowsToRead());
        return Page.of(rows, page.limit(), fit -> Cursor.of(fit.id())).map(ForecastFitResponse::from);
    }
}

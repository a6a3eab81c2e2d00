package io.siyu.forecast.fit;

import io.siyu.buyer.BuyerResponse;
import io.siyu.forecast.BuyerForecast;
import io.siyu.forecast.ForecastBasis;
import io.siyu.forecast.ForecastReason;
import io.siyu.platform.ids.Id;

import java.time.LocalDate;

/**
 * What is expected of a buyer, as of the shop's today.
 *
 * @param why whether the model answers, or for what reason the buyer's own cycle does
 * @param probabilityAlive that the buyer has not gone for good; null where the cycle answers, as all but the due day
 * @param expectedPurchases30 purchase days within 30 days; expectedPurchases90 within 90
 * @param nextPurchaseDay the median of when the next purchase comes, given that it comes; null if it practically never
 *     does. Where the cycle answers, the due day
 * @param nextPurchaseFrom with nextPurchaseTo the days between which it comes in eight of ten cases
 * @param nextPurchaseTo null if that is more than ten years off
 * @param expectedSpend net amount of a purchase day, decimal string in the shop's currency
 * @param ownCycleDays six decimals, null while nothing was bought
 * @param dueDay by the own cycle: the last purchase day plus the cycle
 */
public record BuyerForecastResponse(
        Id buyerId,
        ForecastBasis basis,
        ForecastReason why,
        LocalDate asOf,
        Double probabilityAlive,
        Double expectedPurchases30,
        Double expectedPurchases90,
        LocalDate nextPurchaseDay,
        LocalDate nextPurchaseFrom,
        LocalDate nextPurchaseTo,
        String expectedSpend,
        String ownCycleDays,
        LocalDate dueDay) {

    static BuyerForecastResponse byCycle(BuyerResponse buyer, ForecastReason why, LocalDate asOf) {
        boolean isErased = why == ForecastReason.ERASED;
        LocalDate due = isErased ? null : buyer.dueDay();
        String cycle = isErased ? null : buyer.ownCycleDays();
        return new BuyerForecastResponse(
                buyer.id(), ForecastBasis.CYCLE, why, asOf, null, null, null, due, null, null, null, cycle, due);
    }

    static BuyerForecastResponse byModel(
            BuyerResponse buyer, ForecastBasis basis, BuyerForecast forecast, LocalDate asOf) {
        return new BuyerForecastResponse(
                buyer.id(),
                basis,
                ForecastReason.FITTED,
                asOf,
                forecast.alive(),
                forecast.purchases30(),
                forecast.purchases90(),
                forecast.nextDay(),
                forecast.nextFrom(),
                forecast.nextTo(),
                forecast.spend() == null ? null : forecast.spend().toPlainString(),
                buyer.ownCycleDays(),
                buyer.dueDay());
    }
}

package io.siyu.tier;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a buyer had bought up to a day.
 *
 * @param platformId the buyer's key on the platform, null when only known otherwise
 * @param purchaseDays n, may be 0
 * @param firstDay null when n = 0
 * @param lastDay null when n = 0
 * @param netSpend of counted orders
 */
public record BuyerHistory(
        long buyerId, String platformId, int purchaseDays, LocalDate firstDay, LocalDate lastDay, BigDecimal netSpend) {

    public boolean hasPurchased() {
        return purchaseDays > 0;
    }
}

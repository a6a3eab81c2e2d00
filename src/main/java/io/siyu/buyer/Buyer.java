package io.siyu.buyer;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A buyer as stored, read only: orders make and change buyers set-based, tiers are set by the tier rules.
 *
 * @param orders counted orders
 * @param mergedInto who it went up in, null for one that stands for itself
 * @param erasedAt since when nothing is known of the person any more
 */
public record Buyer(
        long shopId,
        long id,
        String platformId,
        int orders,
        int purchaseDays,
        LocalDate firstDay,
        LocalDate lastDay,
        BigDecimal netSpend,
        Tier tier,
        LocalDate tierSince,
        boolean optedOut,
        String name,
        String phone,
        String email,
        Long mergedInto,
        Instant erasedAt) {

    @Override
    public String toString() {
        return "Buyer[" + id + "]";
    }
}

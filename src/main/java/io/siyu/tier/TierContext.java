package io.siyu.tier;

import io.siyu.cycle.measure.MeanCycle;
import io.siyu.cycle.measure.OwnCycle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** What tiering needs besides the buyer: the day, the shop's cycle as of it, and what others spend. */
public record TierContext(LocalDate asOf, MeanCycle shopCycle, SpendPercentiles spends) {

    OwnCycle ownCycle(BuyerHistory buyer) {
        return OwnCycle.of(buyer.purchaseDays(), buyer.firstDay(), buyer.lastDay(), shopCycle);
    }

    boolean isOverdue(BuyerHistory buyer, BigDecimal cycles) {
        return buyer.hasPurchased() && ownCycle(buyer).fitsMoreThan(cycles, daysSince(buyer));
    }

    boolean spendsAtLeast(BuyerHistory buyer, BigDecimal percentile) {
        return buyer.hasPurchased() && !spends.isEmpty() && buyer.netSpend().compareTo(spendAt(percentile)) >= 0;
    }

    BigDecimal cyclesSince(BuyerHistory buyer) {
        return ownCycle(buyer).cyclesIn(daysSince(buyer), 2);
    }

    BigDecimal spendAt(BigDecimal percentile) {
        return spends.at(percentile);
    }

    private long daysSince(BuyerHistory buyer) {
        return ChronoUnit.DAYS.between(buyer.lastDay(), asOf);
    }
}

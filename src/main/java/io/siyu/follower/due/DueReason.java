package io.siyu.follower.due;

import java.time.LocalDate;

/**
 * Why a buyer is on the list, in figures.
 *
 * @param daysSinceLast whole days from the last purchase day to the shop's today
 * @param ownCycleDays six decimals, null while the shop's tiers were never worked out
 * @param cycleDueDay the last purchase day plus the own cycle
 * @param probabilityAlive with the next two: null where the cycle answers
 * @param expectedSpend net amount of a purchase day, decimal string in the shop's currency
 */
public record DueReason(
        DueCode code,
        int purchaseDays,
        LocalDate lastDay,
        long daysSinceLast,
        String ownCycleDays,
        LocalDate cycleDueDay,
        Double probabilityAlive,
        Double expectedPurchases30,
        String expectedSpend) {}

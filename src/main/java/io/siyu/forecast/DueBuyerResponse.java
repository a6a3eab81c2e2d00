package io.siyu.forecast;

import io.siyu.buyer.Tier;
import io.siyu.platform.ids.Id;

import java.time.LocalDate;

/**
 * A buyer whom to talk to, and why.
 *
 * @param phone masked, null where none is known
 * @param followerId null while the buyer is on no list
 * @param accountId null for a candidate in the shop's pool
 * @param dueDay when the buyer is expected; a day that is past says that it was then
 * @param dueFrom with dueTo the days between which the buyer comes in eight of ten cases; null where the cycle answers
 * @param basis what the due day rests on
 */
public record DueBuyerResponse(
        Id buyerId,
        String platformId,
        String phone,
        Tier tier,
        Id followerId,
        String followerStatus,
        Id accountId,
        LocalDate dueDay,
        LocalDate dueFrom,
        LocalDate dueTo,
        ForecastBasis basis,
        DueReason reason) {}

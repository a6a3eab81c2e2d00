package io.siyu.follower.due;

import io.siyu.buyer.Tier;
import io.siyu.forecast.ForecastBasis;
import io.siyu.platform.ids.Id;

import java.time.LocalDate;

/**
 * A buyer whom to talk to, and why.
 *
 * @param phone masked, null where none is known
 * @param followerId null while the buyer is on no list
 * @param accountId null for an unassigned candidate
 * @param dueDay the sooner of the model's next day and the own cycle's due day; past for who is overdue
 * @param dueFrom with dueTo the days between which the model expects the buyer in eight of ten cases; null where it
 *     names none
 * @param basis whether there is a model
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

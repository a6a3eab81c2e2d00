package io.siyu.follower;

import io.siyu.buyer.Tier;
import io.siyu.follower.loss.LossReason;
import io.siyu.platform.ids.Id;

import java.time.LocalDate;
import java.util.List;

/**
 * A follower with what its buyer is known for.
 *
 * @param phone masked, null where none is known
 * @param accountId null for an unassigned candidate
 * @param lostDay of who is lost, the day on which it was noticed
 * @param netSpend decimal text in the shop's currency
 */
public record FollowerResponse(
        Id id,
        Id buyerId,
        String platformId,
        String phone,
        Id accountId,
        FollowerStatus status,
        Tier tier,
        String remark,
        List<String> tags,
        LocalDate lastDay,
        LocalDate dueDay,
        int purchaseDays,
        String netSpend,
        LossReason lostReason,
        LocalDate lostDay,
        int version) {}

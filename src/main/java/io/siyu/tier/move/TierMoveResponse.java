package io.siyu.tier.move;

import io.siyu.buyer.Tier;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Cursor;

import java.time.LocalDate;

/**
 * One buyer's move from one tier to another.
 *
 * @param id may be sent as {@code after} to read on behind this move, also when it was the last one
 * @param from null for a buyer's first tier
 * @param reason the figures that decided
 */
public record TierMoveResponse(String id, Id buyerId, Tier from, Tier to, LocalDate day, String reason) {
    static TierMoveResponse of(long runNo, long buyerId, Tier from, Tier to, LocalDate day, String reason) {
        return new TierMoveResponse(Cursor.of(runNo, buyerId).encode(), Id.of(buyerId), from, to, day, reason);
    }
}

package io.siyu.tier.move;

import io.siyu.buyer.BuyerPortraitResponse;
import io.siyu.buyer.PortraitSection;
import io.siyu.buyer.Tier;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

/** Adds to a buyer's portrait how the buyer came into the tier. */
@ApplicationScoped
class TierPortrait implements PortraitSection {
    private static final int MOST_MOVES = 100;

    private final Sql sql;

    TierPortrait(Sql sql) {
        this.sql = sql;
    }

    @Override
    public BuyerPortraitResponse addTo(BuyerPortraitResponse portrait) {
        return portrait.withHistory(sql.list(
                "SELECT from_tier, to_tier, day, reason FROM buyer_tier_move WHERE shop_id = ? AND buyer_id = ?"
                        + " ORDER BY run_no DESC LIMIT ?",
                row -> new BuyerPortraitResponse.TierMove(
                        row.enumAt("from_tier", Tier.class),
                        row.enumAt("to_tier", Tier.class),
                        row.dayAt("day"),
                        row.textAt("reason")),
                portrait.shopId().value(),
                portrait.buyer().id().value(),
                MOST_MOVES));
    }
}

package io.siyu.tier;

import io.siyu.buyer.Tier;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A buyer's history and the tier that is stored for that buyer now.
 *
 * @param tierSince null as long as the buyer was never tiered
 */
record BuyerStanding(BuyerHistory history, Tier tier, LocalDate tierSince) {
    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    /** The same buyer with the figures of an earlier day; null for a day before the first purchase. */
    BuyerStanding as(BuyerHistory then) {
        BuyerHistory earlier = then == null
                ? new BuyerHistory(history.buyerId(), history.platformId(), 0, null, null, NOTHING)
                : new BuyerHistory(
                        history.buyerId(),
                        history.platformId(),
                        then.purchaseDays(),
                        then.firstDay(),
                        then.lastDay(),
                        then.netSpend());
        return new BuyerStanding(earlier, tier, tierSince);
    }

    boolean wasTiered() {
        return tierSince != null;
    }

    boolean movesTo(Tier other) {
        return !wasTiered() || tier != other;
    }
}

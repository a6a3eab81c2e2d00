package io.siyu.order.intake;

import io.siyu.order.figures.Settlement;
import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Keeps the buyers' purchase days and sums, and the shop's figures, in step with the orders. A pass (an import, a
 * request) first marks the buyers whose orders it changed and then settles them, some at a time: each is worked out
 * once, from the orders, however many of its orders the pass brought.
 */
@ApplicationScoped
public class BuyerSums {
    private static final int BUYERS_A_PAGE = 5000;

    private final Sql sql;
    private final Settlement settlement;

    BuyerSums(Sql sql, Settlement settlement) {
        this.sql = sql;
        this.settlement = settlement;
    }

    /**
     * How far settling a pass has come.
     *
     * @param buyers how many the step settled
     * @param updated how many of those had been known before the pass
     * @param lastId behind whom to go on
     */
    record Settled(int buyers, int updated, long lastId) {
        boolean isLast() {
            return buyers < BUYERS_A_PAGE;
        }
    }

    /**
     * Brings everything that is summed up of these buyers in step with their orders. To be called in a transaction that
     * holds the shop's lane.
     */
    public void recompute(long shopId, Collection<Long> buyers, Instant now) {
        Pass pass = new Pass(shopId, Id.nextValue());
        mark(pass, buyers, List.of());
        settle(pass, now);
    }

    /**
     * Notes that a pass has changed orders of these buyers.
     *
     * @param newOnes those whom the pass has brought
     */
    void mark(Pass pass, Collection<Long> buyers, Collection<Long> newOnes) {
        Set<Long> isNew = Set.copyOf(newOnes);
        sql.batch(
                "INSERT INTO buyer_unsettled (shop_id, pass_id, buyer_id, is_new) VALUES (?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE is_new = is_new",
                buyers.stream()
                        .map(buyer -> new Object[] {pass.shopId(), pass.id(), buyer, isNew.contains(buyer)})
                        .toList());
    }

    /** @return how many buyers the pass changed whom it did not bring */
    int settle(Pass pass, Instant now) {
        int updated = 0;
        Settled step = new Settled(0, 0, 0);
        do {
            step = settleSome(pass, step.lastId(), now);
            updated += step.updated();
        } while (!step.isLast());
        return updated;
    }

    /** Settles the next buyers of a pass behind an id, in one transaction that holds the shop's lane. */
    Settled settleSome(Pass pass, long afterId, Instant now) {
        Settlement.Step step = settlement.settle(pass.shopId(), pass.id(), afterId, BUYERS_A_PAGE, now);
        return new Settled(step.buyers(), step.known(), step.lastId());
    }
}

package io.siyu.identity;

import io.siyu.buyer.merge.BuyerMergeUndone;
import io.siyu.buyer.merge.BuyerParting;
import io.siyu.buyer.merge.BuyersMerged;
import io.siyu.order.owner.MergedOrders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import java.time.Instant;
import java.util.List;

/** Gives back what a merge moved. What came after the merge stays with the kept buyer. */
@ApplicationScoped
class BuyerMergeUndo {
    private final MergedOrders orders;
    private final BuyerParting buyers;
    private final Event<BuyerMergeUndone> undone;

    BuyerMergeUndo(MergedOrders orders, BuyerParting buyers, Event<BuyerMergeUndone> undone) {
        this.orders = orders;
        this.buyers = buyers;
        this.undone = undone;
    }

    /**
     * In a transaction that holds the shop's write lock.
     *
     * @return the buyers whose purchase days and sums are to be recomputed
     */
    List<Long> undo(BuyerMergeResponse merge, long staffId, String reason, Instant now) {
        long shopId = merge.shopId().value();
        long id = merge.id().value();
        long kept = merge.keptId().value();
        long gone = merge.goneId().value();
        orders.giveBack(shopId, new BuyersMerged.Pair(id, kept, gone), merge.madeAt(), now);
        buyers.part(new BuyerParting.Merge(shopId, id, kept, gone), staffId, reason, now);
        undone.fire(new BuyerMergeUndone(shopId, id, kept, gone));
        return List.of(kept, gone);
    }
}

package io.siyu.order.owner;

import io.siyu.buyer.match.MergeProof;
import io.siyu.buyer.merge.BuyerJoining;
import io.siyu.buyer.merge.BuyerJoining.Ground;
import io.siyu.buyer.merge.BuyerJoining.Merge;
import io.siyu.buyer.merge.BuyersMerged;
import io.siyu.buyer.merge.BuyersMerged.Pair;
import io.siyu.platform.ids.Id;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes one buyer of two: what is known of the person ({@link BuyerJoining}) and the orders ({@link MergedOrders}) go to the
 * kept one, and whoever keeps something of buyers is told.
 */
@ApplicationScoped
public class BuyerMerges {
    /** When the newest order of the buyer b said how to reach it, as an expression in SQL. */
    private static final String SAID_AT = "(SELECT MAX(o.created_at) FROM shop_order o"
            + " WHERE o.shop_id = b.shop_id AND o.buyer_id = b.id AND o.says_contact)";

    private final BuyerJoining buyers;
    private final MergedOrders orders;
    private final Event<BuyersMerged> merged;

    BuyerMerges(BuyerJoining buyers, MergedOrders orders, Event<BuyersMerged> merged) {
        this.buyers = buyers;
        this.orders = orders;
        this.merged = merged;
    }

    /**
     * Merges what orders have proved. To be called in a transaction that holds the shop's write lock, after the orders
     * are stored; the purchase days and sums of the buyers that it answers are to be recomputed.
     */
    public Set<Long> make(long shopId, List<MergeProof> proofs, Instant now) {
        Set<Long> affected = new LinkedHashSet<>();
        List<Merge> together = new ArrayList<>();
        Set<Long> busy = new HashSet<>();
        for (MergeProof proof : proofs) {
            // A chain is merged link by link, so that it can be undone link by link.
            if (busy.contains(proof.keptId()) || busy.contains(proof.goneId())) {
                make(shopId, now, together);
                together.clear();
                busy.clear();
            }
            together.add(mergeOf(proof));
            busy.addAll(List.of(proof.keptId(), proof.goneId()));
            affected.addAll(busy);
        }
        make(shopId, now, together);
        return affected;
    }

    /** One merge by hand. */
    public long make(long shopId, long keptId, long goneId, Ground ground, Instant now) {
        Merge merge = new Merge(Id.nextValue(), keptId, goneId, ground);
        make(shopId, now, List.of(merge));
        return merge.id();
    }

    private static Merge mergeOf(MergeProof proof) {
        Ground ground = new Ground(proof.stored(), null, null);
        return new Merge(Id.nextValue(), proof.keptId(), proof.goneId(), ground);
    }

    private void make(long shopId, Instant now, List<Merge> merges) {
        if (merges.isEmpty()) {
            return;
        }
        List<Pair> pairs = merges.stream()
                .map(merge -> new Pair(merge.id(), merge.keptId(), merge.goneId()))
                .toList();
        buyers.record(shopId, merges, SAID_AT, now);
        orders.move(shopId, pairs, now);
        buyers.join(shopId, merges, MergedOrders.COUNT, now);
        merged.fire(new BuyersMerged(shopId, pairs));
    }
}

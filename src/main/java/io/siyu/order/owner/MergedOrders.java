package io.siyu.order.owner;

import io.siyu.buyer.merge.BuyersMerged.Pair;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.List;

/**
 * The orders of buyers who were merged: they go to the kept one, and back when that is undone. Everything is to be called in
 * a transaction that holds the shop's write lock.
 */
@ApplicationScoped
public class MergedOrders {
    /** How many orders the merge m has moved, as an expression in SQL. */
    static final String COUNT =
            "(SELECT COUNT(*) FROM buyer_merge_order o WHERE o.shop_id = m.shop_id AND o.merge_id = m.id)";

    private static final String NOTE = "INSERT INTO buyer_merge_order (shop_id, merge_id, order_id)"
            + " SELECT shop_id, ?, id FROM shop_order WHERE shop_id = ? AND buyer_id = ?";

    private static final String MOVE = "UPDATE shop_order SET buyer_id = ?, updated_at = ?, version = version + 1"
            + " WHERE shop_id = ? AND buyer_id = ?";

    private static final String GIVE_BACK = "UPDATE buyer_merge_order p"
            + " JOIN shop_order o ON o.shop_id = p.shop_id AND o.id = p.order_id"
            + " SET o.buyer_id = ?, o.updated_at = ?, o.version = o.version + 1"
            + " WHERE p.shop_id = ? AND p.merge_id = ? AND o.buyer_id = ?";

    /** So that the next export that holds such an order asks its keys again whose it is, though it changed nothing. */
    private static final String FORGET_CONTENT =
            "UPDATE shop_order SET content_hash = ? WHERE shop_id = ? AND buyer_id = ? AND updated_at >= ?";

    private static final int HASH_BYTES = 32;

    private final Sql sql;

    MergedOrders(Sql sql) {
        this.sql = sql;
    }

    /** @param merges nobody is in two of them */
    void move(long shopId, List<Pair> merges, Instant now) {
        sql.batch(
                NOTE,
                merges.stream()
                        .map(m -> new Object[] {m.mergeId(), shopId, m.goneId()})
                        .toList());
        sql.batch(
                MOVE,
                merges.stream()
                        .map(m -> new Object[] {m.keptId(), now, shopId, m.goneId()})
                        .toList());
    }

    /** Orders that came after the merge stay with the kept buyer. */
    public void giveBack(long shopId, Pair merge, Instant madeAt, Instant now) {
        sql.update(GIVE_BACK, merge.goneId(), now, shopId, merge.mergeId(), merge.keptId());
        sql.update(FORGET_CONTENT, new byte[HASH_BYTES], shopId, merge.keptId(), madeAt);
    }
}

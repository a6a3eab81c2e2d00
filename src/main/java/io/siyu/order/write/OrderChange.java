package io.siyu.order.write;

import io.siyu.order.Exclusion;
import io.siyu.order.incoming.HashedOrder;
import io.siyu.order.incoming.IncomingOrder;

import java.time.Instant;
import java.util.Arrays;

/**
 * An order that is to be written.
 *
 * @param before the order as it is stored, null for a new one
 * @param buyerId null if nobody knows who bought
 */
record OrderChange(long id, IncomingOrder order, byte[] hash, StoredOrder before, Long buyerId) {
    static OrderChange of(long id, HashedOrder hashed, StoredOrder before) {
        return new OrderChange(id, hashed.order(), hashed.hash(), before, null);
    }

    OrderChange withBuyer(Long buyer) {
        return new OrderChange(id, order, hash, before, buyer);
    }

    /** What is written is another one than the source's own word, which the hash goes on telling. */
    OrderChange withOrder(IncomingOrder completed) {
        return new OrderChange(id, completed, hash, before, buyerId);
    }

    boolean isNew() {
        return before == null;
    }

    Long buyerBefore() {
        return before == null ? null : before.buyerId();
    }

    /** The values of {@link OrderPlanner#ORDERS}. */
    Object[] insertion(OrderBatch batch, Exclusion exclusion, Instant now) {
        return row(new Object[] {batch.shopId(), id, order.orderNo()}, said(batch, exclusion), now, now);
    }

    /** The values of {@link OrderWriter}'s update. */
    Object[] update(OrderBatch batch, Exclusion exclusion, Instant now) {
        return row(new Object[0], said(batch, exclusion), now, batch.shopId(), id);
    }

    private static Object[] row(Object[] before, Object[] said, Object... behind) {
        Object[] values = Arrays.copyOf(before, before.length + said.length + behind.length);
        System.arraycopy(said, 0, values, before.length, said.length);
        System.arraycopy(behind, 0, values, before.length + said.length, behind.length);
        return values;
    }

    /** The columns from buyer_id to import_id, for a new order as for a changed one. */
    private Object[] said(OrderBatch batch, Exclusion exclusion) {
        return new Object[] {
            buyerId,
            order.buyer().hasContact(),
            order.status(),
            order.createdAt(),
            order.paidAt(),
            order.day(batch.zone()),
            order.paid(),
            order.refund(),
            order.refundUnknown(),
            order.net(),
            exclusion == null,
            exclusion,
            hash,
            batch.source(),
            order.sourceAt(),
            batch.importId()
        };
    }
}

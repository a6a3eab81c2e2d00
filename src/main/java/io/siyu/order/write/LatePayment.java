package io.siyu.order.write;

import java.time.Instant;
import java.time.LocalDate;

/**
 * When a stored order was paid, as only a source older than the stored order tells: its day is then another one.
 *
 * @param buyerId null if nobody knows who bought
 */
record LatePayment(long orderId, Long buyerId, Instant paidAt) {
    /** The values of {@link OrderWriter}'s statement. */
    Object[] update(OrderBatch batch, Instant now) {
        return new Object[] {paidAt, LocalDate.ofInstant(paidAt, batch.zone()), now, batch.shopId(), orderId};
    }
}

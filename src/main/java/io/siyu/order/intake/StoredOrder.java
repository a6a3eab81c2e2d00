package io.siyu.order.intake;

import io.siyu.order.OrderStatus;
import io.siyu.order.file.IncomingOrder;

import java.time.Instant;

/** As much of an order in the database as decides what an incoming one changes. */
record StoredOrder(long id, String orderNo, Long buyerId, OrderStatus status, byte[] contentHash, Instant sourceAt) {
    /**
     * Whether the incoming one is older than what is known: by the sources' times where both are known, else because an
     * order does not go back in its life.
     */
    boolean isNewerThan(IncomingOrder incoming) {
        if (sourceAt != null && incoming.sourceAt() != null) {
            return incoming.sourceAt().isBefore(sourceAt);
        }
        return status.isPast(incoming.status());
    }
}

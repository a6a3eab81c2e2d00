package io.siyu.order.hook.payload;

import io.siyu.order.Reason;
import io.siyu.order.file.IncomingOrder;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** What a delivery tells. Orders and refunds go by the platform's own ids, which only deliveries know. */
public sealed interface Told {
    /**
     * An order as it was at its sourceAt.
     *
     * @param refunds those that the platform tells of one by one, also apart from the order
     * @param paidAt when it was paid, if that is what is told; null if it is not
     */
    record Order(String externalId, IncomingOrder order, List<Refund> refunds, Instant paidAt) implements Told {}

    /** A refund by itself; of its order it names the id only. */
    record Refunded(String externalId, Refund refund) implements Told {}

    /** The order is no more. */
    record Gone(String externalId, Instant at) implements Told {}

    /** Nothing that Siyu keeps. */
    record Nothing(Reason reason) implements Told {}

    /** @param amount what went back, in the shop's currency; 0 while it is on its way */
    record Refund(String id, BigDecimal amount) {}
}

package io.siyu.order.write;

import io.siyu.order.OrderStatus;
import io.siyu.order.incoming.HashedOrder;
import io.siyu.order.incoming.IncomingOrder;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;

/** As much of an order in the database as decides what an incoming one changes. */
record StoredOrder(
        long id,
        String orderNo,
        Long buyerId,
        OrderStatus status,
        Instant paidAt,
        BigDecimal refund,
        boolean refundUnknown,
        byte[] contentHash,
        Instant sourceAt) {
    /**
     * Whether the incoming one is older than what is known: by the sources' times where both are known, else because an
     * order does not go back in its life and money that went back does not return. Of the same time it is not older, nor
     * is the first one that tells how much went back.
     */
    boolean isNewerThan(IncomingOrder incoming) {
        if (sourceAt != null && incoming.sourceAt() != null) {
            return incoming.sourceAt().isBefore(sourceAt);
        }
        if (isOnlySupposedBy(incoming)) {
            return true;
        }
        boolean tellsWhatWentBack =
                refundUnknown && !incoming.refundUnknown() && incoming.refund().signum() > 0;
        return !tellsWhatWentBack && isPast(incoming);
    }

    /** Whether the incoming one takes for granted that all went back, where it is known how much did. */
    private boolean isOnlySupposedBy(IncomingOrder incoming) {
        return incoming.refundUnknown()
                && incoming.status() == OrderStatus.REFUNDED
                && !refundUnknown
                && status != OrderStatus.REFUNDED
                && refund.signum() > 0;
    }

    private boolean isPast(IncomingOrder incoming) {
        return status.isPast(incoming.status())
                || status == incoming.status() && refund.compareTo(incoming.refund()) > 0;
    }

    /** Whether the incoming one says what is known, and does not say it anew of an order that was called off since. */
    boolean isRepeatedBy(HashedOrder incoming) {
        return Arrays.equals(contentHash, incoming.hash())
                && (status == incoming.order().status() || !isConfirmedBy(incoming.order()));
    }

    /** Whether the incoming one, though older, tells when the order was paid, which nobody has told yet. */
    boolean learnsPaymentFrom(IncomingOrder incoming) {
        return paidAt == null && incoming.paidAt() != null && status != OrderStatus.UNPAID;
    }

    /** The incoming one, which is newer, with the time of payment that is known already if it says none. */
    IncomingOrder passPaymentOn(IncomingOrder incoming) {
        return incoming.paidAt() != null || incoming.status() == OrderStatus.UNPAID
                ? incoming
                : incoming.withPaidAt(paidAt);
    }

    /** Whether the incoming one, which says the same, says so as of a later time. */
    boolean isConfirmedBy(IncomingOrder incoming) {
        return incoming.sourceAt() != null
                && (sourceAt == null || incoming.sourceAt().isAfter(sourceAt));
    }
}

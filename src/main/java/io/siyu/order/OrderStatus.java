package io.siyu.order;

/** Where an order is in its life, whatever its platform calls it; the order of the constants is the order of life. */
public enum OrderStatus {
    UNPAID,
    PAID,
    SHIPPED,
    COMPLETED,
    /** All of the money went back. */
    REFUNDED,
    /** Ended by the platform without ever being paid. */
    CLOSED,
    /** Called off by the buyer or the seller. */
    CANCELLED;

    /** Whether an order that is here cannot still be at the other: the other was seen earlier in its life. */
    public boolean isPast(OrderStatus other) {
        return ordinal() > other.ordinal() && !(isOver() && other.isOver());
    }

    /** Whether money has come in for it, be it that it went back. */
    public boolean wasPaid() {
        return this != UNPAID && this != CLOSED && this != CANCELLED;
    }

    /** Whether it may count (R1): what such an order came to has to be known. */
    public boolean mayCount() {
        return this != UNPAID && !isOver();
    }

    private boolean isOver() {
        return this == REFUNDED || this == CLOSED || this == CANCELLED;
    }
}

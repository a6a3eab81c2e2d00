package io.siyu.order;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** Why an order does not count towards purchase days and spend. */
public enum Exclusion {
    UNPAID,
    CLOSED,
    CANCELLED,
    REFUNDED,
    BELOW_MINIMUM;

    /** What {@link #of(OrderStatus, BigDecimal, BigDecimal, BigDecimal)} may say of orders in a state; null is one of it. */
    static List<Exclusion> of(OrderStatus status) {
        return switch (status) {
            case UNPAID -> List.of(UNPAID);
            case CLOSED -> List.of(CLOSED);
            case CANCELLED -> List.of(CANCELLED);
            case REFUNDED -> List.of(REFUNDED);
            case PAID, SHIPPED, COMPLETED -> Arrays.asList(null, REFUNDED, BELOW_MINIMUM);
        };
    }

    /**
     * The rule of counted orders: paid, and not unpaid, closed, cancelled or fully refunded, and with a net amount of at
     * least the shop's minimum. A partial refund still counts; so does a zero-value order where the minimum is 0.
     *
     * @return null for a counted order
     */
    public static Exclusion of(OrderStatus status, BigDecimal paid, BigDecimal refund, BigDecimal minimum) {
        return switch (status) {
            case UNPAID -> UNPAID;
            case CLOSED -> CLOSED;
            case CANCELLED -> CANCELLED;
            case REFUNDED -> REFUNDED;
            case PAID, SHIPPED, COMPLETED -> {
                if (paid.signum() > 0 && refund.compareTo(paid) >= 0) {
                    yield REFUNDED;
                }
                yield paid.subtract(refund).compareTo(minimum) < 0 ? BELOW_MINIMUM : null;
            }
        };
    }
}

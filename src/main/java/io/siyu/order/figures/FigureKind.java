package io.siyu.order.figures;

import io.siyu.order.Exclusion;

/** What is counted of a basis, each by a whole number, its point. */
public enum FigureKind {
    /** Intervals by their length in days. */
    INTERVAL,
    /** Buyers by the number of their intervals, with the sum of their days from first to last. */
    SPAN,
    /** Buyers by their first purchase day, in days since 1970. */
    FIRST_DAY,
    /** Buyers by their last purchase day, in days since 1970. */
    LAST_DAY,
    /** Counted orders, with the sum of their net amounts in hundredths; at point 0, as are the excluded ones. */
    COUNTED,
    UNPAID,
    CLOSED,
    CANCELLED,
    REFUNDED,
    BELOW_MINIMUM;

    /** @param exclusion null for orders that count */
    public static FigureKind of(Exclusion exclusion) {
        if (exclusion == null) {
            return COUNTED;
        }
        return switch (exclusion) {
            case UNPAID -> UNPAID;
            case CLOSED -> CLOSED;
            case CANCELLED -> CANCELLED;
            case REFUNDED -> REFUNDED;
            case BELOW_MINIMUM -> BELOW_MINIMUM;
        };
    }
}

package io.siyu.retrospective.comparison;

import java.math.BigDecimal;

/** Counted orders in a window. */
public record Sales(long orders, long buyers, String netAmount) {
    public static Sales of(long orders, long buyers, BigDecimal net) {
        return new Sales(orders, buyers, net.setScale(2).toPlainString());
    }
}

package io.siyu.retrospective.comparison;

import com.fasterxml.jackson.annotation.JsonIgnore;

import java.math.BigDecimal;

/** Counted orders in a window. */
public record Sales(long orders, long buyers, String netAmount) {
    private static final int MONEY_DIGITS = 2;

    public static Sales of(long orders, long buyers, BigDecimal net) {
        return new Sales(orders, buyers, net.setScale(MONEY_DIGITS).toPlainString());
    }

    @JsonIgnore
    public BigDecimal net() {
        return new BigDecimal(netAmount);
    }
}

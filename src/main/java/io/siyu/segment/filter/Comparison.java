package io.siyu.segment.filter;

import java.util.Arrays;
import java.util.Optional;

/** How a field is compared with a value. */
enum Comparison {
    EQUAL("="),
    UNEQUAL("!="),
    BELOW("<"),
    AT_MOST("<="),
    ABOVE(">"),
    AT_LEAST(">=");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    /** The same in the filter language and in SQL. */
    String sign() {
        return sign;
    }

    boolean isOrdering() {
        return this != EQUAL && this != UNEQUAL;
    }

    static Optional<Comparison> of(String sign) {
        return Arrays.stream(values()).filter(one -> one.sign.equals(sign)).findFirst();
    }
}

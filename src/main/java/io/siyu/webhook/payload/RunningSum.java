package io.siyu.webhook.payload;

import io.siyu.order.file.cell.Amounts;

import java.math.BigDecimal;

/** Rounds amounts one after the other so that what they come to is their exact sum, rounded. */
final class RunningSum {
    private BigDecimal exact = BigDecimal.ZERO;
    private BigDecimal rounded = Amounts.NOTHING;

    /** @return what the amount adds to the rounded sum */
    BigDecimal add(Fields of, BigDecimal amount) {
        exact = exact.add(amount);
        BigDecimal before = rounded;
        rounded = of.terms().rounded(exact);
        return rounded.subtract(before);
    }
}

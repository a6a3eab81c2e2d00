package io.siyu.order;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.math.BigDecimal;

import static org.assertj.core.api.Assertions.assertThat;

/** R1: which orders count. */
class ExclusionTest {
    private static final BigDecimal TEN = new BigDecimal("10.00");
    private static final BigDecimal NOTHING = BigDecimal.ZERO;

    @ParameterizedTest
    @CsvSource({"UNPAID,UNPAID", "CLOSED,CLOSED", "CANCELLED,CANCELLED", "REFUNDED,REFUNDED"})
    void r1WhatIsUnpaidClosedCancelledOrRefundedDoesNotCount(OrderStatus status, Exclusion why) {
        assertThat(Exclusion.of(status, TEN, NOTHING, NOTHING)).isEqualTo(why);
    }

    @ParameterizedTest
    @EnumSource(names = {"PAID", "SHIPPED", "COMPLETED"})
    void r1WhatIsPaidCountsUnlessAllOfItWentBack(OrderStatus status) {
        assertThat(Exclusion.of(status, TEN, NOTHING, NOTHING)).isNull();
        assertThat(Exclusion.of(status, TEN, new BigDecimal("9.99"), NOTHING)).isNull();
        assertThat(Exclusion.of(status, TEN, TEN, NOTHING)).isEqualTo(Exclusion.REFUNDED);
    }

    @Test
    void r1TheNetAmountReachesTheMinimum() {
        assertThat(Exclusion.of(OrderStatus.PAID, TEN, NOTHING, TEN)).isNull();
        assertThat(Exclusion.of(OrderStatus.PAID, TEN, new BigDecimal("0.01"), TEN))
                .isEqualTo(Exclusion.BELOW_MINIMUM);
    }

    @Test
    void r1AMinimumOfNothingCountsOrdersOfNothing() {
        assertThat(Exclusion.of(OrderStatus.PAID, NOTHING, NOTHING, NOTHING)).isNull();
        assertThat(Exclusion.of(OrderStatus.PAID, NOTHING, NOTHING, new BigDecimal("0.01")))
                .isEqualTo(Exclusion.BELOW_MINIMUM);
    }
}

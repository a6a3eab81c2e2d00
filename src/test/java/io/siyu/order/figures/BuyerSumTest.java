package io.siyu.order.figures;

import io.siyu.buyer.standing.BuyerStandingWriter;
import io.siyu.order.Exclusion;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

import static org.assertj.core.api.Assertions.assertThat;

class BuyerSumTest {
    @Test
    void writesAndReadsExcludedOrdersInTheSameSequence() {
        assertThat(BuyerStandingWriter.EXCLUDED)
                .containsExactlyElementsOf(Arrays.stream(Exclusion.values())
                        .map(exclusion -> "orders_" + exclusion.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    @Test
    void aRowEndsWithTheExcludedOrders() {
        BuyerTotals totals = new BuyerTotals();
        Object[] row = BuyerSum.of(totals).row(1, 2, Instant.EPOCH);
        assertThat(row).hasSize(9 + BuyerStandingWriter.EXCLUDED.size()).startsWith(1L, 2L, Instant.EPOCH);
    }
}

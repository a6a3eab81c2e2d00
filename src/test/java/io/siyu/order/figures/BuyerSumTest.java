package io.siyu.order.figures;

import io.siyu.buyer.standing.BuyerStandingWriter;
import org.junit.jupiter.api.Test;

import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;

class BuyerSumTest {
    @Test
    void writesAndReadsExcludedOrdersInTheSameSequence() {
        assertThat(BuyerStandingWriter.EXCLUDED).isEqualTo(BuyerSum.EXCLUDED);
    }

    @Test
    void aRowEndsWithTheExcludedOrders() {
        BuyerTotals totals = new BuyerTotals();
        Object[] row = BuyerSum.of(totals).row(1, 2, Instant.EPOCH);
        assertThat(row).hasSize(9 + BuyerStandingWriter.EXCLUDED.size()).startsWith(1L, 2L, Instant.EPOCH);
    }
}

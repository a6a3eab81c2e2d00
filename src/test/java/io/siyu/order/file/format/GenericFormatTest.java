package io.siyu.order.file.format;

import io.siyu.order.OrderStatus;
import io.siyu.order.file.ReadFile;
import io.siyu.order.file.row.Reject;
import io.siyu.order.incoming.IncomingOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class GenericFormatTest {
    private static final String HEADER = "order_no,buyer_id,ordered_at,paid_amount,status\n";

    /** What is called off or refunded is often exported without an amount; refused, it would go on counting. */
    @ParameterizedTest
    @EnumSource(names = {"UNPAID", "CLOSED", "CANCELLED", "REFUNDED"})
    void takesAnOrderWithoutAnAmountThatDoesNotCount(OrderStatus status) {
        ReadFile file = ReadFile.of(HEADER + "C1,b1,2026-01-01 10:00:00,," + status + "\n");
        assertThat(file.rejects).extracting(Reject::reason).isEmpty();
        assertThat(file.orders).extracting(IncomingOrder::status).containsExactly(status);
    }

    @ParameterizedTest
    @EnumSource(names = {"PAID", "SHIPPED", "COMPLETED"})
    void refusesAnOrderWithoutAnAmountThatMayCount(OrderStatus status) {
        assertThat(ReadFile.of(HEADER + "C1,b1,2026-01-01 10:00:00,," + status + "\n").rejects)
                .hasSize(1);
    }
}

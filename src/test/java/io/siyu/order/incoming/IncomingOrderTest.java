package io.siyu.order.incoming;

import io.siyu.order.OrderStatus;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** R1: on which day an order counts and with how much. */
class IncomingOrderTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant CREATED = Instant.parse("2024-05-01T15:59:00Z");
    private static final Instant PAID = Instant.parse("2024-05-01T16:01:00Z");

    @Test
    void r1ItsDayIsThatOfThePaymentInTheShopsZone() {
        assertThat(order(PAID, "0").day(SHANGHAI)).isEqualTo(LocalDate.of(2024, 5, 2));
        assertThat(order(PAID, "0").day(ZoneId.of("Europe/Berlin"))).isEqualTo(LocalDate.of(2024, 5, 1));
    }

    @Test
    void r1WithoutATimeOfPaymentItsDayIsThatOfItsCreation() {
        assertThat(order(null, "0").day(SHANGHAI)).isEqualTo(LocalDate.of(2024, 5, 1));
    }

    @Test
    void r1APartThatWentBackLowersTheAmountAndTheOrderStillCounts() {
        IncomingOrder order = order(PAID, "4.00");
        assertThat(order.net()).isEqualByComparingTo("6.00");
        assertThat(order.exclusion(BigDecimal.ZERO)).isNull();
    }

    private static IncomingOrder order(Instant paidAt, String refund) {
        return new IncomingOrder(
                "A1",
                OrderStatus.COMPLETED,
                CREATED,
                paidAt,
                new BigDecimal("10.00"),
                new BigDecimal(refund),
                null,
                List.of(),
                null);
    }
}

package io.siyu.order.write;

import io.siyu.buyer.match.BuyerDetails;
import io.siyu.order.OrderStatus;
import io.siyu.order.incoming.IncomingOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class StoredOrderTest {
    private static final Instant NOON = Instant.parse("2024-05-01T12:00:00Z");

    private static StoredOrder stored(OrderStatus status, String refund, Instant at) {
        return new StoredOrder(1, "A1", null, status, null, new BigDecimal(refund), false, new byte[32], at);
    }

    private static IncomingOrder incoming(OrderStatus status, String refund, Instant at) {
        return new IncomingOrder(
                "A1", status, NOON, null, BigDecimal.TEN, new BigDecimal(refund), BuyerDetails.NOTHING, List.of(), at);
    }

    @Test
    void theFirstWhoTellsHowMuchWentBackIsNewer() {
        StoredOrder taken =
                new StoredOrder(1, "A1", null, OrderStatus.REFUNDED, null, BigDecimal.TEN, true, new byte[32], null);

        assertThat(taken.isNewerThan(incoming(OrderStatus.COMPLETED, "4", null)))
                .isFalse();
        assertThat(taken.isNewerThan(incoming(OrderStatus.COMPLETED, "0", null)))
                .isTrue();
        assertThat(taken.isNewerThan(incoming(OrderStatus.COMPLETED, "4", null).withRefundUnknown(true)))
                .isTrue();
    }

    @Test
    void whoOnlySupposesThatAllWentBackIsOlderThanWhoKnows() {
        IncomingOrder supposed = incoming(OrderStatus.REFUNDED, "10", null).withRefundUnknown(true);

        assertThat(stored(OrderStatus.COMPLETED, "4.00", NOON).isNewerThan(supposed))
                .isTrue();
        assertThat(stored(OrderStatus.COMPLETED, "0.00", NOON).isNewerThan(supposed))
                .isFalse();
        assertThat(stored(OrderStatus.COMPLETED, "4.00", NOON).isNewerThan(supposed.asOf(NOON.plusSeconds(1))))
                .isFalse();
        assertThat(stored(OrderStatus.COMPLETED, "4.00", NOON).isNewerThan(incoming(OrderStatus.REFUNDED, "10", null)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"-1,true", "0,false", "1,false"})
    void theSourcesTimesDecideWhereBothAreKnown(long seconds, boolean isOlder) {
        IncomingOrder incoming = incoming(OrderStatus.PAID, "0.00", NOON.plusSeconds(seconds));

        assertThat(stored(OrderStatus.COMPLETED, "5.00", NOON).isNewerThan(incoming))
                .isEqualTo(isOlder);
    }

    @ParameterizedTest
    @CsvSource({
        "PAID,0.00,SHIPPED,0.00,false",
        "SHIPPED,0.00,PAID,0.00,true",
        "REFUNDED,9.00,COMPLETED,0.00,true",
        "CANCELLED,0.00,REFUNDED,0.00,false",
        "COMPLETED,5.00,COMPLETED,0.00,true",
        "COMPLETED,5.00,COMPLETED,5.00,false",
        "COMPLETED,5.00,COMPLETED,6.00,false",
        "PAID,5.00,COMPLETED,0.00,false"
    })
    void elseAnOrderDoesNotGoBackAndNeitherDoesItsRefund(
            OrderStatus known, String knownRefund, OrderStatus told, String toldRefund, boolean isOlder) {
        IncomingOrder incoming = incoming(told, toldRefund, null);

        assertThat(stored(known, knownRefund, NOON).isNewerThan(incoming)).isEqualTo(isOlder);
        assertThat(stored(known, knownRefund, null).isNewerThan(incoming)).isEqualTo(isOlder);
    }

    @Test
    void aLaterTimeConfirmsWhatIsKnown() {
        IncomingOrder incoming = incoming(OrderStatus.PAID, "0.00", NOON);

        assertThat(stored(OrderStatus.PAID, "0.00", NOON.minusSeconds(1)).isConfirmedBy(incoming))
                .isTrue();
        assertThat(stored(OrderStatus.PAID, "0.00", null).isConfirmedBy(incoming))
                .isTrue();
        assertThat(stored(OrderStatus.PAID, "0.00", NOON).isConfirmedBy(incoming))
                .isFalse();
    }
}

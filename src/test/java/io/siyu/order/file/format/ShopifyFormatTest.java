package io.siyu.order.file.format;

import io.siyu.order.OrderStatus;
import io.siyu.order.ReasonCode;
import io.siyu.order.file.ReadFile;
import io.siyu.order.file.row.Reject;
import io.siyu.order.incoming.IncomingLine;
import io.siyu.order.incoming.IncomingOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ShopifyFormatTest {
    private static final String HEADER =
            "Name,Email,Financial Status,Paid at,Fulfillment Status,Total,Created at,Lineitem quantity,Lineitem name,"
                    + "Lineitem price,Lineitem sku,Shipping Zip,Cancelled at,Refunded Amount,Phone\n";
    private static final String FIRST = "#1001,A@Example.com,paid,2024-05-01 17:00:00 +0000,fulfilled,30.00,"
            + "2024-05-01 10:00:00 +0000,2,Cup,5.00,C1,'75008,,0.00,+86 138 0013 8000\n";
    private static final String SECOND = "#1001,A@Example.com,,,,,2024-05-01 10:00:00 +0000,1,Plate,20.00,P1,,,,\n";

    @Test
    void makesOneOrderOfRowsThatFollowEachOther() {
        ReadFile file = ReadFile.of(HEADER + FIRST + SECOND);

        IncomingOrder order = file.only();
        assertThat(file.rows).isEqualTo(2);
        assertThat(order.orderNo()).isEqualTo("1001");
        assertThat(order.lines()).extracting(IncomingLine::sku).containsExactly("C1", "P1");
        assertThat(order.paid()).isEqualByComparingTo("30");
        assertThat(order.buyer().phone()).isEqualTo("+8613800138000");
    }

    /** An import that is killed here must not take the file for read to the end: {@link ReadFile} looks at the count. */
    @Test
    void countsTheRowOfTheNextOrderOnlyWithThatOrder() {
        ReadFile file = ReadFile.of(HEADER + FIRST + SECOND + FIRST.replace("#1001", "#1002"));

        assertThat(file.orders).extracting(IncomingOrder::orderNo).containsExactly("1001", "1002");
    }

    /** As in a public report: an outstanding balance of -0.01 lost twelve of 137 orders. */
    @ParameterizedTest
    @CsvSource({"-0.01,30.00", "-5.00,30.00", "0.00,30.00", "10.00,20.00", "45.00,0.00", "0.004,30.00"})
    void nobodyPaidMoreThanTheTotalNorLessThanNothing(String outstanding, String paid) {
        String header = HEADER.strip() + ",Outstanding Balance\n";

        assertThat(ReadFile.of(header + FIRST.strip() + "," + outstanding + "\n")
                        .only()
                        .paid())
                .isEqualTo(paid);
    }

    @Test
    void takesNoTestForAnOrder() {
        String header = HEADER.strip() + ",Payment Method\n";
        ReadFile file = ReadFile.of(header
                + FIRST.strip() + ",(for testing) Bogus Gateway\n"
                + FIRST.replace("#1001", "#1002").strip() + ",Shopify Payments\n");

        assertThat(file.orders).extracting(IncomingOrder::orderNo).containsExactly("1002");
        assertThat(file.rejects).extracting(reject -> reject.reason().code()).containsExactly(ReasonCode.TEST_ONLY);
    }

    @Test
    void saysOfAPartThatWentBackThatNoAmountIsKnown() {
        IncomingOrder part = ReadFile.of(HEADER + FIRST.replace(",paid,", ",partially_refunded,"))
                .only();

        assertThat(part.refundUnknown()).isTrue();
        assertThat(ReadFile.of(HEADER
                                + FIRST.replace(",paid,", ",partially_refunded,")
                                        .replace(",0.00,+86", ",4.00,+86"))
                        .only()
                        .refundUnknown())
                .isFalse();
    }

    @Test
    void countsTheDayInTheShopsZone() {
        assertThat(ReadFile.of(HEADER + FIRST).only().day(ReadFile.SHANGHAI.zone()))
                .hasToString("2024-05-02");
    }

    @ParameterizedTest
    @CsvSource({
        "pending,,UNPAID",
        "authorized,,UNPAID",
        "paid,,COMPLETED",
        "partially_refunded,,COMPLETED",
        "refunded,,REFUNDED",
        "voided,2024-05-01 11:00:00 +0000,CANCELLED",
        "paid,2024-05-01 11:00:00 +0000,CANCELLED"
    })
    void knowsTheStates(String financial, String cancelled, OrderStatus status) {
        String row = FIRST.replace(",paid,", "," + financial + ",")
                .replace(",'75008,,", ",'75008," + (cancelled == null ? "" : cancelled) + ",");

        assertThat(ReadFile.of(HEADER + row).only().status()).isEqualTo(status);
    }

    @Test
    void rejectsALineWithoutItsOrder() {
        ReadFile file = ReadFile.of(HEADER + SECOND + FIRST.replace("#1001", "#1002"));

        assertThat(file.orders).extracting(IncomingOrder::orderNo).containsExactly("1002");
        assertThat(file.rejects).extracting(Reject::row).containsExactly(2L);
    }

    @Test
    void saysOfALineWithoutItsOrderThatTheOrdersRowIsMissing() {
        assertThat(ReadFile.of(HEADER + SECOND + SECOND).rejects)
                .extracting(reject -> reject.reason().code())
                .containsExactly(ReasonCode.ORDER_ROW_MISSING);
    }

    @Test
    void readsALineBeforeTheRowOfItsOrder() {
        String header = HEADER.strip() + ",Id\n";
        String first = FIRST.strip() + ",7001\n";
        String second = SECOND.strip() + ",\n";

        IncomingOrder order = ReadFile.of(header + second + first).only();
        assertThat(order.lines()).extracting(IncomingLine::sku).containsExactly("P1", "C1");
        assertThat(order.externalId()).isEqualTo("7001");
        ReadFile apart = ReadFile.of(header + second + first.replace("#1001", "#1002") + first);
        assertThat(apart.rejects).isEmpty();
        assertThat(apart.orders).extracting(IncomingOrder::orderNo).containsExactlyInAnyOrder("1001", "1002");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#SO 4", "订单5", "EU-1001/7"})
    void takesTheNamesThatShopsGiveTheirOrders(String name) {
        String number = name.startsWith("#") ? name.substring(1) : name;

        assertThat(ReadFile.of(HEADER + FIRST.replace("#1001", name)).only().orderNo())
                .isEqualTo(number);
        assertThat(ReadFile.of(HEADER + FIRST.replace("#1001", "Ann Lee")).rejects)
                .hasSize(1);
    }
}

package io.siyu.webhook.payload;

import io.siyu.order.IntakeTerms;
import io.siyu.order.OrderStatus;
import io.siyu.order.OwnStatusWords;
import io.siyu.order.ReasonCode;
import io.siyu.order.incoming.IncomingLine;
import io.siyu.order.incoming.IncomingOrder;
import io.siyu.webhook.Payload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WooCommerceReaderTest {
    private static final Payload ORDER = Payload.of("woocommerce_order");
    private static final IntakeTerms SHOP = new IntakeTerms(Currency.getInstance("USD"), ZoneId.of("Europe/Berlin"));
    private static final Instant RECEIVED = Instant.parse("2024-06-01T00:00:00Z");

    private static WebhookEvent read(String topic, byte[] body) {
        return new WooCommerceReader().read(new HookMessage(topic, body, null, RECEIVED, SHOP));
    }

    private static IncomingOrder order(Payload payload) {
        return told(payload).order();
    }

    private static WebhookEvent.Order told(Payload payload) {
        return (WebhookEvent.Order) read("order.updated", payload.bytes());
    }

    @Test
    void readsAnOrderByItsTimesInUtc() {
        IncomingOrder order = order(ORDER);

        assertThat(order.orderNo()).isEqualTo("727");
        assertThat(order.status()).isEqualTo(OrderStatus.PAID);
        assertThat(order.createdAt()).isEqualTo("2024-05-01T20:00:00Z");
        assertThat(order.paidAt()).isEqualTo("2024-05-02T20:00:08Z");
        assertThat(order.sourceAt()).isEqualTo("2024-05-01T20:00:08Z");
        assertThat(order.net()).isEqualTo("29.35");
        assertThat(order.buyer().platformId()).isNull();
        assertThat(order.buyer().phone()).isEqualTo("+12025550143");
        assertThat(order.buyer().email()).isEqualTo("ann.lee@example.com");
        assertThat(order.buyer().name()).isEqualTo("Ann Lee");
        assertThat(order.buyer().address()).startsWith("1 Main St");
        assertThat(order.lines())
                .containsExactly(
                        new IncomingLine("Woo single – 茶", null, 3, new BigDecimal("2.00")),
                        new IncomingLine("Ship your idea", "Bar3", 1, new BigDecimal("12.00")));
    }

    @Test
    void readsTimesOfTheSiteWhereThereAreNoOthers() {
        IncomingOrder order = order(ORDER.without("date_created_gmt").without("date_modified_gmt"));

        assertThat(order.createdAt()).isEqualTo("2024-05-01T20:00:00Z");
        assertThat(order.sourceAt()).isEqualTo("2024-05-01T20:00:08Z");
    }

    @ParameterizedTest
    @CsvSource({
        "checkout-draft,,UNPAID,0.00",
        "pending,,UNPAID,0.00",
        "on-hold,,UNPAID,0.00",
        "failed,,UNPAID,0.00",
        "processing,2024-05-02T20:00:08,PAID,29.35",
        "processing,,PAID,29.35",
        "completed,2024-05-02T20:00:08,COMPLETED,29.35",
        "refunded,2024-05-02T20:00:08,REFUNDED,29.35",
        "cancelled,,CANCELLED,0.00",
        "cancelled,2024-05-02T20:00:08,CANCELLED,29.35",
        "trash,,CANCELLED,0.00"
    })
    void knowsTheStates(String word, String paidAt, OrderStatus status, String paid) {
        IncomingOrder order =
                order(ORDER.with("status", word).with("date_paid_gmt", paidAt).with("date_paid", paidAt));

        assertThat(order.status()).isEqualTo(status);
        assertThat(order.paid()).isEqualTo(paid);
    }

    @ParameterizedTest
    @CsvSource({
        "shipped,2024-05-02T20:00:08,,,PAID,29.35",
        "wc-delivered,2024-05-02T20:00:08,2024-05-03T20:00:08,,COMPLETED,29.35",
        "partially-paid,,,,UNPAID,0.00",
        "returned,2024-05-02T20:00:08,,-29.35,REFUNDED,29.35",
        "returned,2024-05-02T20:00:08,,-9.35,PAID,29.35"
    })
    void judgesAStatusOfTheShopsOwnByWhatElseTheOrderSays(
            String word, String paidAt, String completedAt, String refund, OrderStatus status, String paid) {
        WebhookEvent.Order told = told(ORDER.with("status", word)
                .with("date_paid_gmt", paidAt)
                .with("date_paid", paidAt)
                .with("date_completed_gmt", completedAt)
                .with("refunds", refund == null ? List.of() : List.of(Map.of("id", 1, "total", refund))));

        assertThat(told.order().status()).isEqualTo(status);
        assertThat(told.order().paid()).isEqualTo(paid);
        assertThat(told.order().refund()).isEqualByComparingTo(refund == null ? "0" : refund.substring(1));
        assertThat(told.note()).isEqualTo(ReasonCode.STATUS_JUDGED.with(word.replace("wc-", ""), status));
    }

    @Test
    void goesByWhatTheShopSaysOfItsOwnWords() {
        OwnStatusWords own = OwnStatusWords.of(Map.of("Partially-Paid", "PAID", "wc-on-hold", "PAID"));
        IntakeTerms terms = new IntakeTerms(SHOP.currency(), SHOP.zone(), own);

        for (String word : List.of("partially-paid", "on-hold", "wc-on-hold")) {
            byte[] body = ORDER.with("status", word)
                    .with("date_paid_gmt", null)
                    .with("date_paid", null)
                    .bytes();
            WebhookEvent.Order told = (WebhookEvent.Order)
                    new WooCommerceReader().read(new HookMessage("order.updated", body, null, RECEIVED, terms));
            assertThat(told.order().status()).isEqualTo(OrderStatus.PAID);
            assertThat(told.order().paid()).isEqualTo("29.35");
            assertThat(told.note()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"WC 1003", "№1004", "(1005)", "[1209]", "N°1208", "ORD & 7"})
    void takesNumbersWithBlanksAndSigns(String number) {
        assertThat(order(ORDER.with("number", number)).orderNo()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1", "—", "A&B", "1\u200b2"})
    void goesByTheIdWhereTheNumberCannotBeKept(String number) {
        WebhookEvent.Order told = told(ORDER.with("number", number));

        assertThat(told.order().orderNo()).isEqualTo(told.externalId());
        assertThat(told.note()).isEqualTo(ReasonCode.NUMBER_NOT_KEPT.with("number"));
    }

    @ParameterizedTest
    @CsvSource({"99.9999,33.3333;33.3333;33.3333,100.00", "300,33.335;33.335;33.335,100.01", "1,0.004;0.004;0.004,0.01"
    })
    void roundsTheSumOfRefundsAndNotEachOfThem(String total, String amounts, String refund) {
        List<Map<String, String>> refunds = java.util.Arrays.stream(amounts.split(";"))
                .map(amount -> Map.of("total", "-" + amount))
                .toList();

        assertThat(order(ORDER.with("total", total).with("refunds", refunds)).refund())
                .isEqualTo(refund);
    }

    @Test
    void roundsAmountsToTheCurrencysDecimals() {
        IncomingOrder order = order(ORDER.with("total", "102.4947")
                .with("refunds", List.of(Map.of("id", 1, "total", "-12.3333"), Map.of("id", 2, "total", "-0.005"))));

        assertThat(order.paid()).isEqualTo("102.49");
        assertThat(order.refund()).isEqualTo("12.34");
    }

    @Test
    void deductsRefundsWhichAreNegative() {
        IncomingOrder order = order(ORDER.with(
                "refunds",
                List.of(
                        Map.of("id", 726, "reason", "", "total", "-10.00"),
                        Map.of("id", 724, "reason", "", "total", "-9.10"))));

        assertThat(order.refund()).isEqualTo("19.10");
        assertThat(order.net()).isEqualTo("10.25");
        assertThat(order(ORDER.with("status", "refunded")).net()).isEqualByComparingTo("0");
    }

    @Test
    void takesADeletionAsOfItsArrivalAndARestorationNotBefore() {
        byte[] deleted = "{\"id\":727}".getBytes(StandardCharsets.UTF_8);
        WebhookEvent.Order restored = (WebhookEvent.Order) read("order.restored", ORDER.bytes());

        assertThat(read("order.deleted", deleted)).isEqualTo(new WebhookEvent.Gone("727", RECEIVED, null));
        assertThat(restored.order().sourceAt()).isEqualTo(RECEIVED);
    }

    @ParameterizedTest
    @CsvSource({"currency,CNY", "total,abc", "date_created_gmt,yesterday", "status,''"})
    void saysWhatCannotBeRead(String field, String value) {
        assertThatThrownBy(() -> order(ORDER.with(field, value))).isInstanceOf(UnreadableHookException.class);
    }

    /** The topic is not signed: who has seen an order's delivery could send it again under another one. */
    @Test
    void takesNoOrderForItsDeletion() {
        assertThatThrownBy(() -> read("order.deleted", ORDER.bytes()))
                .isInstanceOf(UnreadableHookException.class)
                .hasMessageContaining("not a deletion");
    }
}

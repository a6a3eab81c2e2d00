package io.siyu.webhook.payload;

import io.siyu.order.IntakeTerms;
import io.siyu.order.OrderStatus;
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

class ShopifyReaderTest {
    private static final Payload ORDER = Payload.of("shopify_order");
    private static final Payload REFUND = Payload.of("shopify_refund");
    private static final IntakeTerms SHOP = new IntakeTerms(Currency.getInstance("USD"), ZoneId.of("America/New_York"));
    private static final Instant RECEIVED = Instant.parse("2024-06-01T00:00:00Z");

    private static WebhookEvent read(String topic, byte[] body) {
        return new ShopifyReader().read(new HookMessage(topic, body, null, RECEIVED, SHOP));
    }

    private static WebhookEvent.Order told(Payload payload) {
        return (WebhookEvent.Order) read("orders/updated", payload.bytes());
    }

    private static IncomingOrder order(Payload payload) {
        return told(payload).order();
    }

    @Test
    void readsAnOrderUnderTheNumberThatTheExportGivesIt() {
        WebhookEvent.Order told = told(ORDER);
        IncomingOrder order = told.order();

        assertThat(told.externalId()).isEqualTo("5301234567890");
        assertThat(order.orderNo()).isEqualTo("1001");
        assertThat(order.status()).isEqualTo(OrderStatus.PAID);
        assertThat(order.createdAt()).isEqualTo("2024-05-01T14:00:00Z");
        assertThat(order.sourceAt()).isEqualTo("2024-05-01T14:00:02Z");
        assertThat(order.paid()).isEqualTo("30.00");
        assertThat(order.net()).isEqualTo("30.00");
        assertThat(order.lines())
                .containsExactly(
                        new IncomingLine("Tea cup - 青", "CUP-1", 2, new BigDecimal("5.00")),
                        new IncomingLine("Plate", null, 1, new BigDecimal("15.00")));
    }

    @Test
    void knowsTheBuyerByTheFirstPlaceThatSaysSomething() {
        IncomingOrder order = order(ORDER);

        assertThat(order.buyer().platformId()).isEqualTo("7112233445566");
        assertThat(order.buyer().phone()).isEqualTo("+12025550143");
        assertThat(order.buyer().email()).isEqualTo("ann.lee@example.com");
        assertThat(order.buyer().name()).isEqualTo("Bo Ito");
        assertThat(order.buyer().address()).startsWith("2 Oak Ave, Apt 5");
        assertThat(order(ORDER.with("customer", null)
                                .with("email", null)
                                .with("contact_email", "")
                                .with("billing_address", null))
                        .buyer()
                        .isKnown())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "pending,,,UNPAID",
        "authorized,,,UNPAID",
        "expired,,,UNPAID",
        "paid,,,PAID",
        "partially_paid,,,PAID",
        "paid,partial,,PAID",
        "paid,fulfilled,,COMPLETED",
        "partially_refunded,fulfilled,,COMPLETED",
        "refunded,fulfilled,,REFUNDED",
        "voided,,2024-05-02T00:00:00Z,CANCELLED",
        "paid,,2024-05-02T00:00:00Z,CANCELLED",
        "refunded,,2024-05-02T00:00:00Z,REFUNDED"
    })
    void knowsTheStates(String financial, String fulfillment, String cancelled, OrderStatus status) {
        assertThat(order(ORDER.with("financial_status", financial)
                                .with("fulfillment_status", fulfillment)
                                .with("cancelled_at", cancelled))
                        .status())
                .isEqualTo(status);
    }

    /** Total, current total and outstanding as Shopify tells them, what went back by transactions; paid and net. */
    @ParameterizedTest
    @CsvSource({
        // Nothing special.
        "30.00,30.00,0.00,,30.00,30.00",
        // An article was refunded.
        "30.00,20.00,0.00,10.00,30.00,20.00",
        // A sum was refunded and no article: the order still comes to as much, and as much more is owed.
        "30.00,30.00,10.00,10.00,30.00,20.00",
        // An article was removed before the rest was paid.
        "30.00,20.00,0.00,,20.00,20.00",
        // An article was removed after it was paid, and nothing went back yet.
        "30.00,20.00,-10.00,,30.00,30.00",
        // An article was added and is not paid yet.
        "50.00,50.00,20.00,,30.00,30.00",
        // The first part of two.
        "30.00,30.00,18.00,,12.00,12.00",
        // An older payload without the newer figures.
        "30.00,,,10.00,30.00,20.00",
        // Figures that do not agree: nobody paid more than the order came to.
        "30.00,30.00,0.00,10.00,30.00,20.00",
        // Free of charge.
        "0.00,0.00,0.00,,0.00,0.00"
    })
    void knowsWhatWasPaidAndWhatIsLeft(
            String total, String current, String outstanding, String refund, String paid, String net) {
        IncomingOrder order = order(ORDER.with("total_price", total)
                .with("current_total_price", current)
                .with("total_outstanding", outstanding)
                .refunded(refund == null ? Map.of() : Map.of(1L, refund)));

        assertThat(order.paid()).isEqualTo(paid);
        assertThat(order.net()).isEqualTo(net);
    }

    @Test
    void keepsWhatWasOrderedApartFromWhatIsLeft() {
        IncomingOrder order = order(ORDER.with(
                "line_items",
                List.of(
                        Map.of("title", "Green Tea", "quantity", 3, "current_quantity", 1),
                        Map.of("title", "Porcelain Cup", "quantity", 1, "current_quantity", 0),
                        Map.of("title", "Spoon", "quantity", 2))));

        assertThat(order.lines())
                .containsExactly(
                        new IncomingLine("Green Tea", null, 1, null, 3),
                        new IncomingLine("Porcelain Cup", null, 0, null, 1),
                        new IncomingLine("Spoon", null, 2, null));
    }

    /** Also where it is owed to the buyer, by a cent of rounding. */
    @ParameterizedTest
    @CsvSource({"262.29,-0.01,262.29", "262.29,0.004,262.29", "0.00,-5.00,0.00", "30.00,40.00,0.00"})
    void nobodyPaidMoreThanTheTotalNorLessThanNothing(String total, String owed, String paid) {
        assertThat(order(ORDER.with("total_price", total)
                                .with("current_total_price", total)
                                .with("total_outstanding", owed))
                        .paid())
                .isEqualTo(paid);
    }

    @Test
    void saysOfAPartThatWentBackThatNoAmountIsKnown() {
        Payload part = ORDER.with("financial_status", "partially_refunded");

        assertThat(order(part).refundUnknown()).isTrue();
        assertThat(order(part).withNumber("7").refundUnknown()).isTrue();
        assertThat(order(part.refunded(Map.of(1L, "5.00"))).refundUnknown()).isFalse();
    }

    @Test
    void countsOnlyRefundsThatSucceeded() {
        List<Map<String, String>> transactions = List.of(
                Map.of("kind", "refund", "status", "success", "amount", "2.00", "currency", "USD"),
                Map.of("kind", "refund", "status", "failure", "amount", "4.00", "currency", "USD"),
                Map.of("kind", "refund", "status", "pending", "amount", "8.00", "currency", "USD"),
                Map.of("kind", "sale", "status", "success", "amount", "16.00", "currency", "USD"));

        assertThat(read(
                        "refunds/create",
                        REFUND.with("transactions", transactions).bytes()))
                .isEqualTo(new WebhookEvent.Refunded(
                        "5301234567890",
                        new WebhookEvent.Refund(
                                "890088186047",
                                new BigDecimal("2.00"),
                                WebhookEvent.Refund.Stage.FAILED,
                                Instant.parse("2024-05-03T13:00:00Z"))));
    }

    @Test
    void takesARefundWithoutTransactionForTheWholeWhereTheStatusSaysSo() {
        IncomingOrder order = order(ORDER.with("financial_status", "refunded"));

        assertThat(order.refund()).isEqualTo("30.00");
    }

    @Test
    void takesWhatTheBuyerPaidInAnotherCurrencyInTheShopsOwn() {
        Payload order = ORDER.with("presentment_currency", "EUR")
                .with("total_price_set.presentment_money", Map.of("amount", "27.00", "currency_code", "EUR"))
                .with("current_total_price", "24.44")
                .with(
                        "refunds",
                        List.of(Map.of(
                                "id",
                                1,
                                "transactions",
                                List.of(Map.of(
                                        "kind", "refund", "status", "success", "amount", "5.00", "currency", "EUR")))));

        assertThat(order(order).paid()).isEqualTo("30.00");
        assertThat(order(order).refund()).isEqualTo("5.56");
        assertThatThrownBy(() -> order(ORDER.with("currency", "EUR")))
                .isInstanceOf(UnreadableHookException.class)
                .hasMessageContaining("currency");
    }

    @Test
    void takesADeletionAsOfItsEvent() {
        Instant triggered = Instant.parse("2024-05-09T08:00:00Z");
        byte[] body = "{\"id\":5301234567890}".getBytes(StandardCharsets.UTF_8);

        assertThat(new ShopifyReader().read(new HookMessage("orders/delete", body, triggered, RECEIVED, SHOP)))
                .isEqualTo(new WebhookEvent.Gone("5301234567890", triggered, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"products/update", "orders/edited", "app/uninstalled"})
    void leavesOtherTopicsAlone(String topic) {
        assertThat(read(topic, new byte[0])).isInstanceOf(WebhookEvent.Nothing.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "\"x\"",
                "{",
                "{}",
                "{} {}",
                "{\"id\":1,\"name\":\"#1\"}",
                "{\"id\":{},\"financial_status\":\"paid\"}"
            })
    void saysWhatCannotBeRead(String body) {
        assertThatThrownBy(() -> read("orders/create", body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableHookException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "total_price,-1.00",
        "total_price,99999999999999.00",
        "total_price,Ann Lee",
        "current_total_price,1e999999",
        "financial_status,Ann Lee",
        "created_at,Ann Lee",
        "created_at,1024-05-01T10:00:00Z",
        "created_at,2024-02-31T10:00:00Z",
        "id,Ann Lee"
    })
    void namesTheFieldAndNeverItsValue(String field, String value) {
        assertThatThrownBy(() -> order(ORDER.with(field, value)))
                .isInstanceOf(UnreadableHookException.class)
                .hasMessageNotContaining("Ann");
    }

    @Test
    void isNotDrownedByAHugeExponent() {
        byte[] body = new String(ORDER.bytes(), StandardCharsets.UTF_8)
                .replace("\"total_price\":\"30.00\"", "\"total_price\":1e999999999")
                .getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> read("orders/create", body)).isInstanceOf(UnreadableHookException.class);
    }

    /** The topic is not signed: who has seen an order's delivery could send it again under another one. */
    @Test
    void takesNoOrderForItsDeletion() {
        assertThatThrownBy(() -> read("orders/delete", ORDER.bytes()))
                .isInstanceOf(UnreadableHookException.class)
                .hasMessageContaining("not a deletion");
    }
}

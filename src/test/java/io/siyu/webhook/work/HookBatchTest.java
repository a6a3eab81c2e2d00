package io.siyu.webhook.work;

import io.siyu.order.IntakeTerms;
import io.siyu.order.OrderStatus;
import io.siyu.order.ReasonCode;
import io.siyu.order.incoming.IncomingOrder;
import io.siyu.webhook.HookVerdict;
import io.siyu.webhook.Payload;
import io.siyu.webhook.payload.HookMessage;
import io.siyu.webhook.payload.ShopifyReader;
import io.siyu.webhook.payload.WebhookEvent;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class HookBatchTest {
    private static final Payload ORDER = Payload.of("shopify_order");
    private static final Instant START = Instant.parse("2024-05-01T14:00:00Z");
    private static final IntakeTerms SHOP = new IntakeTerms(Currency.getInstance("USD"), ZoneId.of("UTC"));

    /** One order's life as its newest word tells it whole, but for the payment's time; each word a minute after the one before, and its refunds by themselves. */
    private static final List<WebhookEvent> LIFE = List.of(
            told("orders/create", at(0).with("financial_status", "pending").with("total_outstanding", "30.00")),
            told("orders/paid", at(1)),
            told("orders/fulfilled", at(2).with("fulfillment_status", "fulfilled")),
            told("refunds/create", Payload.of("shopify_refund").with("id", 1)),
            told(
                    "orders/updated",
                    at(3).with("fulfillment_status", "fulfilled")
                            .with("financial_status", "partially_refunded")
                            .with("current_total_price", "25.00")
                            .refunded(Map.of(1L, "5.00"))),
            told("refunds/create", Payload.of("shopify_refund").with("id", 2)),
            told(
                    "orders/updated",
                    at(4).with("fulfillment_status", "fulfilled")
                            .with("financial_status", "partially_refunded")
                            .with("current_total_price", "20.00")
                            .refunded(Map.of(1L, "5.00", 2L, "5.00"))));

    private static Payload at(int minute) {
        return ORDER.with("updated_at", START.plusSeconds(60L * minute).toString());
    }

    private static WebhookEvent told(String topic, Payload payload) {
        return new ShopifyReader().read(new HookMessage(topic, payload.bytes(), null, START, SHOP));
    }

    /** What a database would keep between batches. */
    private static final class Memory {
        private final Map<String, WebhookOrderState> known = new LinkedHashMap<>();
        private final Map<String, IncomingOrder> orders = new LinkedHashMap<>();

        HookBatch work(List<WebhookEvent> events) {
            Map<Long, WebhookEvent> byDelivery = new LinkedHashMap<>();
            events.forEach(told -> byDelivery.put((long) byDelivery.size(), told));
            HookBatch batch = new HookBatch(byDelivery);
            batch.fold(batch.externalIds().stream()
                    .map(known::get)
                    .filter(order -> order != null)
                    .toList());
            batch.assignNumbers(known.values()).forEach(order -> {
                IncomingOrder renamed = orders.remove(order.from());
                orders.put(order.to(), renamed.withNumber(order.to()));
            });
            batch.orders(number -> Optional.ofNullable(orders.get(number))).forEach(o -> orders.put(o.orderNo(), o));
            batch.known()
                    .forEach(o ->
                            known.put(o.externalId(), new WebhookOrderState(o.externalId(), o.kept(), o.refunds())));
            return batch;
        }

        IncomingOrder only() {
            assertThat(orders).hasSize(1);
            return orders.get("1001");
        }
    }

    private static IncomingOrder after(List<WebhookEvent> events) {
        Memory memory = new Memory();
        memory.work(events);
        return memory.only();
    }

    @Provide
    Arbitrary<List<List<WebhookEvent>>> anyOrderWithRepeatsInAnyBatches() {
        Arbitrary<List<Integer>> repeats =
                Arbitraries.integers().between(0, LIFE.size() - 1).list().ofMaxSize(8);
        return Combinators.combine(
                        repeats,
                        Arbitraries.randomValue(random -> random),
                        Arbitraries.integers().between(1, LIFE.size()))
                .as((more, random, size) -> {
                    List<WebhookEvent> all = new ArrayList<>(LIFE);
                    more.forEach(index -> all.add(LIFE.get(index)));
                    java.util.Collections.shuffle(all, random);
                    return IntStream.range(0, (all.size() + size - 1) / size)
                            .mapToObj(i -> all.subList(i * size, Math.min(all.size(), (i + 1) * size)))
                            .toList();
                });
    }

    @Property
    void anyOrderOfArrivalEndsWhereTheNewestWordAloneDoes(
            @ForAll("anyOrderWithRepeatsInAnyBatches") List<List<WebhookEvent>> batches) {
        Memory memory = new Memory();
        batches.forEach(memory::work);

        IncomingOrder newest = after(List.of(LIFE.get(LIFE.size() - 1)));
        assertThat(memory.only())
                .usingRecursiveComparison()
                .ignoringFields("paidAt")
                .isEqualTo(newest);
        assertThat(memory.only().paidAt()).isEqualTo(START.plusSeconds(60));
    }

    @Property
    void aRefundCountsOnceBesideAnOrderThatDoesNotTellOfIt(
            @ForAll("anyOrderWithRepeatsInAnyBatches") List<List<WebhookEvent>> batches) {
        List<WebhookEvent> unaware = LIFE.subList(0, 4);
        Memory memory = new Memory();
        batches.forEach(
                batch -> memory.work(batch.stream().filter(unaware::contains).toList()));

        assertThat(memory.only().status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(memory.only().net()).isEqualTo("25.00");
    }

    @Test
    void aRefundInFullTakesTheOrderOut() {
        WebhookEvent refund = new WebhookEvent.Refunded(
                "5301234567890",
                new WebhookEvent.Refund("9", new BigDecimal("30.00"), WebhookEvent.Refund.Stage.DONE, START));

        assertThat(after(List.of(LIFE.get(1), refund)).status()).isEqualTo(OrderStatus.REFUNDED);
    }

    @Test
    void aRefundWaitsForItsOrder() {
        Memory memory = new Memory();

        assertThat(memory.work(List.of(LIFE.get(3))).verdict(0).kind()).isEqualTo(HookVerdict.Kind.LATER);
        memory.work(List.of(LIFE.get(1)));
        assertThat(memory.only().net()).isEqualTo("25.00");
        assertThat(memory.work(List.of(LIFE.get(3))).verdict(0)).isEqualTo(HookVerdict.done("1001", null));
    }

    @Test
    void aDeletedOrderCountsNoMoreWhateverWasTriggeredBefore() {
        WebhookEvent gone = new WebhookEvent.Gone("5301234567890", START.plusSeconds(150), null);
        Memory first = new Memory();
        first.work(List.of(gone));
        first.work(List.of(LIFE.get(1)));

        assertThat(first.only().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(after(List.of(LIFE.get(1), gone, LIFE.get(2))).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(after(List.of(LIFE.get(1), gone, LIFE.get(4))).status()).isEqualTo(OrderStatus.COMPLETED);
    }

    @Property
    void aDeletionHoldsWhereverItComes(
            @ForAll("anyOrderWithRepeatsInAnyBatches") List<List<WebhookEvent>> batches,
            @ForAll @IntRange(max = 300) int second) {
        WebhookEvent gone = new WebhookEvent.Gone("5301234567890", START.plusSeconds(second), null);
        Memory first = new Memory();
        first.work(List.of(gone));
        batches.forEach(first::work);
        Memory last = new Memory();
        batches.forEach(last::work);
        boolean isBeforeTheNewestWord = second < 240;
        last.work(List.of(gone));

        assertThat(first.only()).isEqualTo(last.only());
        assertThat(first.only().status() == OrderStatus.CANCELLED).isNotEqualTo(isBeforeTheNewestWord);
    }

    @Test
    void aDeletionReachesAnOrderThatOnlyAFileTold() {
        Memory memory = new Memory();
        memory.orders.put("1001", after(List.of(LIFE.get(1))));
        Map<Long, WebhookEvent> gone = Map.of(1L, new WebhookEvent.Gone("1001", START.plusSeconds(150), null));
        HookBatch batch = new HookBatch(gone);
        batch.fold(List.of());
        batch.presumeNumbers();

        assertThat(batch.orders(number -> Optional.ofNullable(memory.orders.get(number))))
                .extracting(IncomingOrder::status)
                .containsExactly(OrderStatus.CANCELLED);
        assertThat(batch.known()).extracting(WebhookOrderState::orderNo).containsOnlyNulls();
    }

    @Test
    void keepsATimeOfPaymentThatOnlyAFileTold() {
        Memory memory = new Memory();
        IncomingOrder file = after(List.of(LIFE.get(1)));
        memory.orders.put("1001", file);
        memory.work(List.of(LIFE.get(2)));

        assertThat(memory.only().paidAt()).isEqualTo(file.paidAt()).isNotNull();
        assertThat(memory.only().status()).isEqualTo(OrderStatus.COMPLETED);
    }

    @Test
    void aRefundThatFailsLaterDidNotGoBack() {
        Payload refunded = at(3).with("financial_status", "partially_refunded");
        WebhookEvent both = told("orders/updated", refunded.refunded(Map.of(1L, "5.00", 2L, "7.50")));
        WebhookEvent failed = told(
                "orders/updated",
                at(4).with("financial_status", "partially_refunded")
                        .with("current_total_price", "25.00")
                        .with("refunds", List.of(refund(1, "success", "5.00"), refund(2, "failure", "7.50"))));

        assertThat(after(List.of(both, failed)).net()).isEqualTo("25.00");
        assertThat(after(List.of(failed, both)).net()).isEqualTo("25.00");
        assertThat(after(List.of(both)).net()).isEqualTo("17.50");
    }

    private static Map<String, Object> refund(int id, String status, String amount) {
        return Map.of("id", id, "transactions", List.of(Map.of("kind", "refund", "status", status, "amount", amount)));
    }

    @Test
    void aTestOrderAndItsRefundAreNoOrder() {
        Memory memory = new Memory();
        HookBatch test = memory.work(List.of(told("orders/create", ORDER.with("test", true))));

        assertThat(memory.orders).isEmpty();
        assertThat(test.verdict(0)).isEqualTo(HookVerdict.ignored(ReasonCode.TEST_ONLY.with()));
        assertThat(told(
                        "refunds/create",
                        Payload.of("shopify_refund")
                                .with(
                                        "transactions",
                                        List.of(Map.of(
                                                "kind", "refund", "status", "success", "amount", "1", "test", true)))))
                .isInstanceOf(WebhookEvent.Nothing.class);
    }

    @Test
    void ofTwoNumbersOfOneSecondTheOneThatWasGivenHolds() {
        WebhookEvent given = told("orders/updated", at(0).with("id", 609).with("name", "2026-1"));
        WebhookEvent first = told("orders/updated", at(0).with("id", 609).with("name", "609"));
        for (List<WebhookEvent> events : List.of(List.of(given, first), List.of(first, given))) {
            Memory memory = new Memory();
            events.forEach(told -> memory.work(List.of(told)));
            assertThat(memory.orders).containsOnlyKeys("2026-1");
        }
    }

    @Test
    void aNumberThatLooksLikeOneOfOursIsAnOrdersOfItsOwn() {
        Memory memory = new Memory();
        memory.work(List.of(told("orders/create", at(0).with("id", 601))));
        memory.work(List.of(told("orders/create", at(1).with("id", 603))));
        memory.work(List.of(told("orders/create", at(2).with("id", 602).with("name", "1001 (603)"))));

        assertThat(memory.orders).containsOnlyKeys("1001", "1001 (603)", "1001 (603) (602)");
    }

    @Test
    void anOrderThatIsNumberedAnewStaysOne() {
        Memory memory = new Memory();
        memory.work(List.of(told("orders/create", at(0))));
        memory.work(List.of(told("orders/updated", at(1).with("name", "#2026-0001"))));
        memory.work(List.of(told("orders/create", at(0))));

        assertThat(memory.orders).containsOnlyKeys("2026-0001");
    }

    @Test
    void twoOrdersOfOneNumberAreTwoAndItIsTold() {
        Memory memory = new Memory();
        memory.work(List.of(told("orders/create", at(0))));
        HookBatch second = memory.work(List.of(told("orders/create", at(1).with("id", 77))));

        assertThat(memory.orders).containsOnlyKeys("1001", "1001 (77)");
        assertThat(second.verdict(0))
                .isEqualTo(HookVerdict.done("1001 (77)", ReasonCode.NUMBER_TAKEN.with("1001 (77)")));
        memory.work(List.of(told("orders/updated", at(2).with("name", "#1001-A"))));
        assertThat(memory.orders).containsOnlyKeys("1001-A", "1001");
    }

    @Property
    void whateverNumbersAreToldEachIdIsOneOrder(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 0, max = 15) Integer> tellings,
            @ForAll @IntRange(min = 1, max = 5) int batchSize) {
        Memory memory = new Memory();
        Map<Integer, Integer> lastNumbers = new LinkedHashMap<>();
        List<WebhookEvent> events = new ArrayList<>();
        for (int i = 0; i < tellings.size(); i++) {
            int id = tellings.get(i) / 4 + 1;
            int number = tellings.get(i) % 4;
            lastNumbers.put(id, number);
            events.add(told("orders/updated", at(i).with("id", id).with("name", "#N" + number)));
        }
        for (int i = 0; i < events.size(); i += batchSize) {
            memory.work(events.subList(i, Math.min(events.size(), i + batchSize)));
        }

        assertThat(memory.orders).hasSameSizeAs(lastNumbers.keySet());
        assertThat(memory.known.values().stream().map(WebhookOrderState::orderNo))
                .containsExactlyInAnyOrderElementsOf(memory.orders.keySet());
        lastNumbers.values().forEach(number -> assertThat(memory.orders).containsKey("N" + number));
    }

    @Test
    void withinOneSecondAnOrderGoesForwards() {
        WebhookEvent pending = told("orders/create", at(0).with("financial_status", "pending"));
        WebhookEvent paid = told("orders/paid", at(0));

        assertThat(after(List.of(paid, pending)).status()).isEqualTo(OrderStatus.PAID);
        assertThat(after(List.of(pending, paid)).status()).isEqualTo(OrderStatus.PAID);
    }
}

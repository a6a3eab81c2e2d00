package io.siyu.webhook.work;

import io.siyu.order.incoming.IncomingOrder;
import io.siyu.order.write.OrderFacts;
import io.siyu.order.write.OrderRenaming;
import io.siyu.webhook.HookSource;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An export of a time before a refund's, or one that tells no payments, takes back nothing that deliveries told. */
@ApplicationScoped
class HookFacts implements OrderFacts {
    private final HookOrderRepository orders;
    private final OrderRenaming renaming;

    HookFacts(HookOrderRepository orders, OrderRenaming renaming) {
        this.orders = orders;
        this.renaming = renaming;
    }

    @Override
    public List<IncomingOrder> completed(long shopId, List<IncomingOrder> said) {
        List<String> orderNos = said.stream().map(IncomingOrder::orderNo).toList();
        Map<String, List<WebhookOrderState>> known = orders.listByNumber(shopId, orderNos).stream()
                .collect(Collectors.groupingBy(WebhookOrderState::orderNo));
        return said.stream()
                .map(order -> completed(order, known.getOrDefault(order.orderNo(), List.of())))
                .toList();
    }

    @Override
    public List<IncomingOrder> calledOff(long shopId, List<IncomingOrder> said) {
        if (said.isEmpty() || !orders.hasLostDeletions(shopId)) {
            return said;
        }
        Map<String, WebhookOrderState> byNumber = deletionsByNumber(shopId, said);
        List<String> ids = said.stream()
                .map(IncomingOrder::externalId)
                .filter(Objects::nonNull)
                .toList();
        Map<String, WebhookOrderState> byId = orders.lostDeletions(shopId, HookSource.SHOPIFY, ids);
        return said.stream()
                .map(order -> calledOff(order, byNumber.get(order.orderNo())))
                .map(order -> calledOff(order, byId.get(order.externalId())))
                .toList();
    }

    @Override
    public List<IncomingOrder> numbered(long shopId, String source, List<IncomingOrder> said) {
        List<IncomingOrder> identified =
                said.stream().filter(order -> order.externalId() != null).toList();
        if (identified.isEmpty() || !source.equals(HookSource.SHOPIFY.code())) {
            return said;
        }
        HookNumbers numbers = new HookNumbers(orders.list(
                shopId,
                HookSource.SHOPIFY,
                identified.stream().map(IncomingOrder::externalId).toList()));
        numbers.add(orders.listByAnyNumber(
                shopId,
                HookSource.SHOPIFY,
                identified.stream().map(IncomingOrder::orderNo).toList()));
        return said.stream()
                .map(order -> order.externalId() == null
                        ? order
                        : order.withNumber(numbers.of(order.externalId(), order.orderNo())))
                .toList();
    }

    @Override
    public Map<String, List<String>> toldUnder(long shopId, List<String> numbers) {
        return orders.toldUnder(shopId, numbers);
    }

    @Override
    public void identify(long shopId, ZoneId zone, String source, List<IncomingOrder> said) {
        if (!source.equals(HookSource.SHOPIFY.code())) {
            return;
        }
        Map<String, String> numbers = said.stream()
                .filter(order -> order.externalId() != null)
                .collect(Collectors.toMap(IncomingOrder::externalId, IncomingOrder::orderNo, (one, other) -> other));
        Map<String, WebhookOrderState> known = orders.list(shopId, HookSource.SHOPIFY, numbers.keySet()).stream()
                .collect(Collectors.toMap(WebhookOrderState::externalId, Function.identity()));
        Map<String, WebhookOrderState> learnt = new LinkedHashMap<>();
        numbers.forEach((id, number) -> {
            WebhookOrderState order = known.getOrDefault(id, new WebhookOrderState(id));
            if (order.learnNumber(number)) {
                learnt.put(id, order);
            }
        });
        orders.listSharing(shopId, HookSource.SHOPIFY, learnt.values())
                .forEach(order -> learnt.putIfAbsent(order.externalId(), order));
        HookNumbers.assign(learnt.values()).forEach(order -> renaming.rename(shopId, zone, order.from(), order.to()));
        orders.save(shopId, HookSource.SHOPIFY, learnt.values());
    }

    private Map<String, WebhookOrderState> deletionsByNumber(long shopId, List<IncomingOrder> said) {
        List<String> numbers = said.stream().map(IncomingOrder::orderNo).toList();
        Map<String, WebhookOrderState> deletions = orders.lostDeletions(shopId, HookSource.WOOCOMMERCE, numbers);
        boolean isSure = !deletions.isEmpty() && !orders.isNumberedOtherwise(shopId, HookSource.WOOCOMMERCE);
        return isSure ? deletions : Map.of();
    }

    private static IncomingOrder calledOff(IncomingOrder order, WebhookOrderState deletion) {
        return deletion == null ? order : deletion.completed(order);
    }

    private static IncomingOrder completed(IncomingOrder said, List<WebhookOrderState> known) {
        IncomingOrder order = said;
        for (WebhookOrderState one : known) {
            order = one.completed(order);
        }
        return order;
    }
}

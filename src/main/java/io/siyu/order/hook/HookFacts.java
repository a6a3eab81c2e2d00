package io.siyu.order.hook;

import io.siyu.order.file.IncomingOrder;
import io.siyu.order.intake.OrderFacts;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** An export of a time before a refund's, or one that tells no payments, takes back nothing that deliveries told. */
@ApplicationScoped
class HookFacts implements OrderFacts {
    private final HookOrderRepository orders;

    HookFacts(HookOrderRepository orders) {
        this.orders = orders;
    }

    @Override
    public List<IncomingOrder> completed(long shopId, List<IncomingOrder> said) {
        List<String> orderNos = said.stream().map(IncomingOrder::orderNo).toList();
        Map<String, List<KnownOrder>> known =
                orders.listByNumber(shopId, orderNos).stream().collect(Collectors.groupingBy(KnownOrder::orderNo));
        return said.stream()
                .map(order -> completed(order, known.getOrDefault(order.orderNo(), List.of())))
                .toList();
    }

    @Override
    public List<IncomingOrder> calledOff(long shopId, List<IncomingOrder> said) {
        if (said.isEmpty() || !orders.hasLostDeletions(shopId)) {
            return said;
        }
        Map<String, KnownOrder> byNumber = deletionsByNumber(shopId, said);
        List<String> ids = said.stream()
                .map(IncomingOrder::externalId)
                .filter(Objects::nonNull)
                .toList();
        Map<String, KnownOrder> byId = orders.lostDeletions(shopId, HookSource.SHOPIFY, ids);
        return said.stream()
                .map(order -> calledOff(order, byNumber.get(order.orderNo())))
                .map(order -> calledOff(order, byId.get(order.externalId())))
                .toList();
    }

    @Override
    public void identify(long shopId, String source, List<IncomingOrder> said) {
        if (source.equals(HookSource.SHOPIFY.code())) {
            orders.identify(
                    shopId,
                    HookSource.SHOPIFY,
                    said.stream().filter(order -> order.externalId() != null).toList());
        }
    }

    private Map<String, KnownOrder> deletionsByNumber(long shopId, List<IncomingOrder> said) {
        List<String> numbers = said.stream().map(IncomingOrder::orderNo).toList();
        Map<String, KnownOrder> deletions = orders.lostDeletions(shopId, HookSource.WOOCOMMERCE, numbers);
        boolean isSure = !deletions.isEmpty() && !orders.isNumberedOtherwise(shopId, HookSource.WOOCOMMERCE);
        return isSure ? deletions : Map.of();
    }

    private static IncomingOrder calledOff(IncomingOrder order, KnownOrder deletion) {
        return deletion == null ? order : deletion.completed(order);
    }

    private static IncomingOrder completed(IncomingOrder said, List<KnownOrder> known) {
        IncomingOrder order = said;
        for (KnownOrder one : known) {
            order = one.completed(order);
        }
        return order;
    }
}

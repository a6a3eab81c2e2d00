package io.siyu.order.hook;

import io.siyu.order.file.IncomingOrder;
import io.siyu.order.intake.OrderFacts;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.Map;
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

    private static IncomingOrder completed(IncomingOrder said, List<KnownOrder> known) {
        IncomingOrder order = said;
        for (KnownOrder one : known) {
            order = one.completed(order);
        }
        return order;
    }
}

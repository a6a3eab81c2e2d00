package io.siyu.order.write;

import io.siyu.order.incoming.HashedOrder;
import io.siyu.order.incoming.IncomingOrder;
import io.siyu.order.write.OrderRenaming.Dated;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the orders of a batch that are stored under other numbers than they are told under. */
@ApplicationScoped
class OrderNumbering {
    private final OrderFacts facts;
    private final OrderRenaming renaming;

    OrderNumbering(OrderFacts facts, OrderRenaming renaming) {
        this.facts = facts;
        this.renaming = renaming;
    }

    /**
     * The orders under the numbers that they are stored under, each number once: of several that turn out to be one order,
     * the one told under the number that it has now, or else the last.
     */
    List<HashedOrder> numbered(OrderBatch batch) {
        List<HashedOrder> orders = batch.orders();
        List<IncomingOrder> said = orders.stream().map(HashedOrder::order).toList();
        List<IncomingOrder> numbered = byMoment(batch, facts.numbered(batch.shopId(), batch.source(), said));
        return numbered.equals(said) ? orders : once(orders, numbered);
    }

    /** Of those who know no more than the number, which may be a former one, or that of several. */
    private List<IncomingOrder> byMoment(OrderBatch batch, List<IncomingOrder> said) {
        Map<String, List<Dated>> candidates = candidates(
                batch.shopId(),
                said.stream()
                        .filter(order -> order.externalId() == null)
                        .map(IncomingOrder::orderNo)
                        .toList());
        return candidates.isEmpty()
                ? said
                : said.stream()
                        .map(order -> order.externalId() != null
                                ? order
                                : order.withNumber(numberOf(order, candidates, batch.zone())))
                        .toList();
    }

    /** Where a number is not one order's alone, the one that has it, and behind it all others that were told under it. */
    private Map<String, List<Dated>> candidates(long shopId, List<String> numbers) {
        Map<String, List<Dated>> candidates = new HashMap<>();
        facts.toldUnder(shopId, numbers)
                .forEach((told, stored) -> candidates.put(
                        told, new ArrayList<>(renaming.current(shopId, stored).values())));
        renaming.current(shopId, candidates.keySet())
                .forEach((told, holder) -> candidates.get(told).add(0, holder));
        return candidates;
    }

    private static String numberOf(IncomingOrder order, Map<String, List<Dated>> candidates, ZoneId zone) {
        return candidates.getOrDefault(order.orderNo(), List.of()).stream()
                .filter(candidate -> SameMoment.is(candidate.createdAt(), order.createdAt(), zone))
                .map(Dated::orderNo)
                .findFirst()
                .orElse(order.orderNo());
    }

    private static List<HashedOrder> once(List<HashedOrder> orders, List<IncomingOrder> numbered) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < numbered.size(); i++) {
            String number = numbered.get(i).orderNo();
            Integer before = places.get(number);
            boolean wasToldByIt =
                    before != null && orders.get(before).order().orderNo().equals(number);
            if (!wasToldByIt) {
                places.put(number, i);
            }
        }
        Set<Integer> kept = new HashSet<>(places.values());
        List<HashedOrder> once = new ArrayList<>();
        for (int i = 0; i < numbered.size(); i++) {
            if (kept.contains(i)) {
                once.add(orders.get(i).withOrder(numbered.get(i)));
            }
        }
        return once;
    }
}

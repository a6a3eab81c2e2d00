package io.siyu.order.intake;

import io.siyu.order.file.IncomingOrder;
import io.siyu.order.intake.OrderRenaming.Renamed;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
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
    /** Exports tell the same moment to the minute at least, or no more than the day. */
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

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
        List<IncomingOrder> numbered = renamed(batch, facts.numbered(batch.shopId(), batch.source(), said));
        return numbered.equals(said) ? orders : once(orders, numbered);
    }

    private List<IncomingOrder> renamed(OrderBatch batch, List<IncomingOrder> said) {
        Map<String, Renamed> renamed = renaming.renamed(
                batch.shopId(), said.stream().map(IncomingOrder::orderNo).toList());
        return renamed.isEmpty()
                ? said
                : said.stream()
                        .map(order -> isThat(renamed.get(order.orderNo()), order.createdAt(), batch.zone())
                                ? order.withNumber(renamed.get(order.orderNo()).orderNo())
                                : order)
                        .toList();
    }

    /** Numbers that were given up are given to other orders, but no two orders are made at one moment. */
    private static boolean isThat(Renamed renamed, Instant createdAt, ZoneId zone) {
        if (renamed == null) {
            return false;
        }
        var local = createdAt.atZone(zone);
        boolean isDayOnly = local.toLocalTime().equals(LocalTime.MIDNIGHT)
                && local.toLocalDate().equals(renamed.createdAt().atZone(zone).toLocalDate());
        return isDayOnly
                || Duration.between(createdAt, renamed.createdAt()).abs().compareTo(A_MINUTE) < 0;
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

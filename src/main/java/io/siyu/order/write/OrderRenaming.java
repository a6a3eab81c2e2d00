package io.siyu.order.write;

import io.siyu.order.figures.UnattributedOrders;
import io.siyu.order.owner.OrderBindings;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Gives orders other numbers, and makes one of two that turn out to be the same.
 * Everything is to be called in a transaction that holds the shop's write lock.
 */
@ApplicationScoped
public class OrderRenaming {
    private final Sql sql;
    private final UnattributedOrders unattributed;
    private final OrderBindings bindings;
    private final BuyerSums sums;
    private final Clock clock;

    OrderRenaming(Sql sql, UnattributedOrders unattributed, OrderBindings bindings, BuyerSums sums, Clock clock) {
        this.bindings = bindings;
        this.sql = sql;
        this.unattributed = unattributed;
        this.sums = sums;
        this.clock = clock;
    }

    /** An order and the moment of its creation, which no later word changes. */
    record Dated(String orderNo, Instant createdAt) {}

    private record Stored(long id, Long buyerId, Instant paidAt) {}

    /**
     * Renames an order. Where an order of the new number is stored already, a file has brought it that knew nothing but
     * the number: it is the same one, and what only it says goes over to the order that stays.
     */
    public void rename(long shopId, ZoneId zone, String from, String to) {
        Stored order = find(shopId, from).orElse(null);
        if (order == null) {
            return;
        }
        find(shopId, to).ifPresent(same -> absorb(shopId, zone, order, same));
        sql.update(
                "UPDATE shop_order SET order_no = ?, updated_at = ?, version = version + 1 WHERE shop_id = ? AND id = ?",
                to,
                clock.instant(),
                shopId,
                order.id());
    }

    /**
     * Has an order that a file brought under a number which another order was told under too be that order, if they were
     * made at the same moment.
     *
     * @param told the file's number
     * @param orderNo the order's; it need not be stored yet
     */
    public void unite(long shopId, ZoneId zone, String told, String orderNo, Instant createdAt) {
        Dated stored = current(shopId, List.of(told)).get(told);
        if (stored != null && SameMoment.is(stored.createdAt(), createdAt, zone)) {
            find(shopId, orderNo)
                    .ifPresentOrElse(
                            order -> absorb(
                                    shopId, zone, order, find(shopId, told).orElseThrow()),
                            () -> rename(shopId, zone, told, orderNo));
        }
    }

    /** The orders that have these numbers now, by the number. */
    Map<String, Dated> current(long shopId, Collection<String> numbers) {
        Map<String, Dated> current = new HashMap<>();
        for (List<String> some : InLists.of(numbers)) {
            sql.forEach(
                    "SELECT order_no, created_at FROM shop_order WHERE shop_id = ? AND order_no IN ("
                            + Sql.places(some.size()) + ")",
                    row -> current.put(
                            row.textAt("order_no"), new Dated(row.textAt("order_no"), row.instantAt("created_at"))),
                    InLists.params(some, shopId));
        }
        return current;
    }

    private Optional<Stored> find(long shopId, String orderNo) {
        return sql.first(
                "SELECT id, buyer_id, paid_at FROM shop_order WHERE shop_id = ? AND order_no = ?",
                row -> new Stored(row.longAt("id"), row.nullableLongAt("buyer_id"), row.instantAt("paid_at")),
                shopId,
                orderNo);
    }

    private void absorb(long shopId, ZoneId zone, Stored order, Stored same) {
        Instant now = clock.instant();
        UnattributedOrders.Tally tally = unattributed.tally(shopId).forget(List.of(order.id(), same.id()));
        sql.update("DELETE FROM order_line WHERE shop_id = ? AND order_id = ?", shopId, same.id());
        sql.update("DELETE FROM shop_order WHERE shop_id = ? AND id = ?", shopId, same.id());
        bindings.end(shopId, List.of(same.id()), now);
        Instant paidAt = order.paidAt() == null ? same.paidAt() : order.paidAt();
        sql.update(
                "UPDATE shop_order SET buyer_id = COALESCE(buyer_id, ?), paid_at = ?,"
                        + " day = COALESCE(?, day) WHERE shop_id = ? AND id = ?",
                same.buyerId(),
                paidAt,
                paidAt == null ? null : LocalDate.ofInstant(paidAt, zone),
                shopId,
                order.id());
        tally.count(List.of(order.id())).write();
        sums.recompute(
                shopId,
                Stream.of(order.buyerId(), same.buyerId())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                now);
    }
}

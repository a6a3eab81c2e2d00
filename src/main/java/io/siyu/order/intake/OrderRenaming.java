package io.siyu.order.intake;

import io.siyu.order.figures.OrdersOfNobody;
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
 * Gives orders other numbers. The number that an order had stays good for finding it, until another order has it.
 * Everything is to be called in a transaction that holds the shop's lane.
 */
@ApplicationScoped
public class OrderRenaming {
    private final Sql sql;
    private final OrdersOfNobody nobodys;
    private final BuyerSums sums;
    private final Clock clock;

    OrderRenaming(Sql sql, OrdersOfNobody nobodys, BuyerSums sums, Clock clock) {
        this.sql = sql;
        this.nobodys = nobodys;
        this.sums = sums;
        this.clock = clock;
    }

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
        sql.update("DELETE FROM order_number_before WHERE shop_id = ? AND order_no = ?", shopId, to);
        sql.update(
                "INSERT INTO order_number_before (shop_id, order_no, order_id) VALUES (?,?,?)"
                        + " ON DUPLICATE KEY UPDATE order_id = VALUES(order_id)",
                shopId,
                from,
                order.id());
    }

    /** An order that had another number before. */
    record Renamed(String orderNo, Instant createdAt) {}

    /**
     * The orders that had these numbers before.
     *
     * @return by the former number; nothing for a number that an order has, or none ever had
     */
    Map<String, Renamed> renamed(long shopId, Collection<String> numbers) {
        Map<String, Renamed> renamed = new HashMap<>();
        if (sql.first("SELECT 1 AS one FROM order_number_before WHERE shop_id = ? LIMIT 1", row -> 1, shopId)
                .isEmpty()) {
            return renamed;
        }
        for (List<String> some : InLists.of(numbers)) {
            sql.forEach(
                    "SELECT b.order_no AS former, o.order_no, o.created_at FROM order_number_before b"
                            + " JOIN shop_order o ON o.shop_id = b.shop_id AND o.id = b.order_id"
                            + " LEFT JOIN shop_order h ON h.shop_id = b.shop_id AND h.order_no = b.order_no"
                            + " WHERE h.id IS NULL AND b.shop_id = ? AND b.order_no IN ("
                            + Sql.places(some.size()) + ")",
                    row -> renamed.put(
                            row.textAt("former"), new Renamed(row.textAt("order_no"), row.instantAt("created_at"))),
                    InLists.params(some, shopId));
        }
        return renamed;
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
        OrdersOfNobody.Tally tally = nobodys.tally(shopId).forget(List.of(order.id(), same.id()));
        sql.update("DELETE FROM order_line WHERE shop_id = ? AND order_id = ?", shopId, same.id());
        sql.update("DELETE FROM shop_order WHERE shop_id = ? AND id = ?", shopId, same.id());
        sql.update(
                "UPDATE order_binding SET unbound_at = ? WHERE shop_id = ? AND order_id = ? AND unbound_at IS NULL",
                now,
                shopId,
                same.id());
        sql.update(
                "UPDATE order_number_before SET order_id = ? WHERE shop_id = ? AND order_id = ?",
                order.id(),
                shopId,
                same.id());
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

package io.siyu.order.owner;

import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Which orders somebody gave to a buyer by hand, because their source did not say who bought. */
@ApplicationScoped
public class OrderBindings {
    private final Sql sql;

    OrderBindings(Sql sql) {
        this.sql = sql;
    }

    /** To whom the order is given now. */
    public Optional<Long> find(long shopId, long orderId) {
        return sql.first(
                "SELECT buyer_id FROM order_binding WHERE shop_id = ? AND order_id = ? AND unbound_at IS NULL",
                row -> row.longAt("buyer_id"),
                shopId,
                orderId);
    }

    /** Notes that somebody gave the order to a buyer; who had it before is to be released from it first. */
    public void bind(long shopId, long orderId, long buyerId, long staffId, Instant now) {
        sql.update(
                "INSERT INTO order_binding (shop_id, id, order_id, buyer_id, bound_at, bound_by)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                shopId,
                Id.nextValue(),
                orderId,
                buyerId,
                now,
                staffId);
    }

    /** Notes that somebody took the order back. */
    public void release(long shopId, long orderId, long staffId, Instant now) {
        sql.update(
                "UPDATE order_binding SET unbound_at = ?, unbound_by = ?"
                        + " WHERE shop_id = ? AND order_id = ? AND unbound_at IS NULL",
                now,
                staffId,
                shopId,
                orderId);
    }

    /** Of orders whose source has come to say who bought, or that are no more. */
    public void end(long shopId, Collection<Long> orderIds, Instant now) {
        for (List<Long> some : InLists.of(orderIds)) {
            sql.update(
                    "UPDATE order_binding SET unbound_at = ? WHERE unbound_at IS NULL AND shop_id = ? AND order_id IN ("
                            + Sql.places(some.size()) + ")",
                    InLists.params(some, now, shopId));
        }
    }
}

package io.siyu.order.rebuild;

import io.siyu.buyer.BuyersChanged;
import io.siyu.buyer.TiersOutdated;
import io.siyu.order.Exclusion;
import io.siyu.order.OrderStatus;
import io.siyu.order.figures.UnattributedOrders;
import io.siyu.order.write.BuyerSums;
import io.siyu.order.write.ShopWriteLock;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.time.DueWork;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Judges a shop's orders again after its minimum order amount has changed. */
@ApplicationScoped
class OrderRecount implements DueWork {
    private static final int ORDERS_A_BATCH = 2000;

    private final Sql sql;
    private final ShopWriteLock writeLock;
    private final BuyerSums sums;
    private final UnattributedOrders unattributed;
    private final Event<TiersOutdated> tiersOutdated;
    private final Event<BuyersChanged> buyersChanged;

    OrderRecount(
            Sql sql,
            ShopWriteLock writeLock,
            BuyerSums sums,
            UnattributedOrders unattributed,
            Event<TiersOutdated> tiersOutdated,
            Event<BuyersChanged> buyersChanged) {
        this.tiersOutdated = tiersOutdated;
        this.sql = sql;
        this.writeLock = writeLock;
        this.sums = sums;
        this.unattributed = unattributed;
        this.buyersChanged = buyersChanged;
    }

    private record Misjudged(long id, Long buyerId, OrderStatus status, BigDecimal paid, BigDecimal refund) {}

    @Override
    public int runDue(Instant now) {
        List<Long> due = sql.list(
                "SELECT s.id FROM shop_write_lock l JOIN shop s ON s.id = l.shop_id"
                        + " WHERE NOT (l.counted_minimum <=> s.minimum_order_amount) LIMIT 1",
                row -> row.longAt("id"));
        for (long shopId : due) {
            boolean isOver = Contention.inTransaction(() -> recountSome(shopId, now));
            if (isOver) {
                buyersChanged.fire(new BuyersChanged(shopId));
            }
        }
        return due.size();
    }

    /** Before tiers and what rests on them. */
    @Override
    public int order() {
        return 0;
    }

    /** @return whether all orders are judged by the minimum now */
    private boolean recountSome(long shopId, Instant now) {
        writeLock.lock(shopId);
        BigDecimal minimum = writeLock.minimumOrderAmount(shopId);
        List<Misjudged> orders = sql.list(
                "SELECT id, buyer_id, status, paid_amount, refund_amount FROM shop_order WHERE shop_id = ?"
                        + " AND (counted AND net_amount < ? OR exclusion = 'BELOW_MINIMUM' AND net_amount >= ?) LIMIT ?",
                row -> new Misjudged(
                        row.longAt("id"),
                        row.nullableLongAt("buyer_id"),
                        row.enumAt("status", OrderStatus.class),
                        row.decimalAt("paid_amount"),
                        row.decimalAt("refund_amount")),
                shopId,
                minimum,
                minimum,
                ORDERS_A_BATCH);
        if (orders.isEmpty()) {
            sql.update("UPDATE shop_write_lock SET counted_minimum = ? WHERE shop_id = ?", minimum, shopId);
            tiersOutdated.fire(new TiersOutdated(shopId));
            return true;
        }
        List<Long> ids = orders.stream()
                .filter(order -> order.buyerId() == null)
                .map(Misjudged::id)
                .toList();
        UnattributedOrders.Tally tally = unattributed.tally(shopId).forget(ids);
        sql.batch(
                "UPDATE shop_order SET counted = ?, exclusion = ?, updated_at = ?, version = version + 1"
                        + " WHERE shop_id = ? AND id = ?",
                orders.stream()
                        .map(order -> judged(order, minimum, shopId, now))
                        .toList());
        tally.count(ids).write();
        Set<Long> buyers = new LinkedHashSet<>();
        orders.forEach(order -> buyers.add(order.buyerId()));
        buyers.remove(null);
        sums.recompute(shopId, buyers, now);
        return false;
    }

    private static Object[] judged(Misjudged order, BigDecimal minimum, long shopId, Instant now) {
        Exclusion exclusion = Exclusion.of(order.status(), order.paid(), order.refund(), minimum);
        return new Object[] {exclusion == null, exclusion, now, shopId, order.id()};
    }
}

package io.siyu.order.write;

import io.siyu.order.figures.UnattributedOrders;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Gives an order to another buyer than it had, and keeps in step what is summed up of both. */
@ApplicationScoped
public class OrderBuyers {
    private final Sql sql;
    private final UnattributedOrders unattributed;
    private final BuyerSums sums;

    OrderBuyers(Sql sql, UnattributedOrders unattributed, BuyerSums sums) {
        this.sql = sql;
        this.unattributed = unattributed;
        this.sums = sums;
    }

    /**
     * To be called in a transaction that holds the shop's write lock.
     *
     * @param buyer null for nobody
     * @param before who had it, null for nobody
     */
    public void give(long shopId, long orderId, Long buyer, Long before, Instant now) {
        UnattributedOrders.Tally tally = unattributed.tally(shopId).forget(List.of(orderId));
        sql.update(
                "UPDATE shop_order SET buyer_id = ?, updated_at = ?, version = version + 1"
                        + " WHERE shop_id = ? AND id = ?",
                buyer,
                now,
                shopId,
                orderId);
        tally.count(List.of(orderId)).write();
        List<Long> affected = Stream.of(Optional.ofNullable(buyer), Optional.ofNullable(before))
                .flatMap(Optional::stream)
                .toList();
        sums.recompute(shopId, affected, now);
    }
}

package io.siyu.buyer.standing;

import io.siyu.platform.sql.BulkUpdate;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes where buyers stand: their sums, their tiers, and whether they are counted among the followers. What these are is
 * worked out by the features above; that they are written nowhere else keeps the walls up.
 */
@ApplicationScoped
public class BuyerStandingWriter {
    /** How many orders do not count, by the reason why. */
    public static final List<String> EXCLUDED =
            List.of("orders_unpaid", "orders_closed", "orders_cancelled", "orders_refunded", "orders_below_minimum");

    private static final BulkUpdate.Change SUMS = new BulkUpdate.Change(
            "buyer",
            List.of("shop_id", "id"),
            Stream.concat(
                            Stream.of(
                                    "updated_at",
                                    "orders",
                                    "purchase_days",
                                    "first_day",
                                    "last_day",
                                    "net_spend",
                                    "first_order_day"),
                            EXCLUDED.stream())
                    .map(BulkUpdate.Column::taken)
                    .toList());

    private final Sql sql;
    private final BulkUpdate updates;

    BuyerStandingWriter(Sql sql, BulkUpdate updates) {
        this.sql = sql;
        this.updates = updates;
    }

    /**
     * @param rows shop, buyer, the time of the change, counted orders, purchase days, the first and the last of them, net
     *     spend, the day of the first order, and the numbers of excluded orders in the sequence of {@link #EXCLUDED}
     */
    public void writeSums(List<Object[]> rows) {
        updates.update(SUMS, rows);
    }

    /** @param buyerIds not too many for one statement */
    public void setFollows(long shopId, List<Long> buyerIds, boolean follows) {
        sql.update(
                "UPDATE buyer FORCE INDEX (PRIMARY) SET follows = ? WHERE shop_id = ? AND id IN ("
                        + Sql.places(buyerIds.size()) + ")",
                InLists.params(buyerIds, follows, shopId));
    }

    /**
     * Gives buyers the tiers to which they have moved, many by one statement.
     *
     * @param moves a table with alias m that has to_tier and day, and the condition that joins it to the buyer, b
     * @param which a condition on b
     */
    public void moveTiers(long shopId, SqlFragment moves, SqlFragment which, Instant now) {
        List<Object> params = new ArrayList<>(moves.params());
        params.addAll(List.of(now, shopId));
        params.addAll(which.params());
        // By their keys and first, so that nothing but these buyers is read, locked and waited for.
        sql.update(
                "UPDATE buyer b FORCE INDEX (PRIMARY) STRAIGHT_JOIN " + moves.text()
                        + " SET b.tier = m.to_tier, b.tier_since = m.day, b.updated_at = ?, b.version = b.version + 1"
                        + " WHERE b.shop_id = ? AND " + which.text(),
                params.toArray());
    }
}

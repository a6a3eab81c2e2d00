package io.siyu.order.intake;

import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Keeps the buyers' purchase days and sums, and the shop's intervals, in step with the orders. A pass (an import, a
 * request) first marks the buyers whose orders it changed and then settles them, some at a time: each is worked out
 * once, from the orders, however many of its orders the pass brought.
 */
@ApplicationScoped
public class BuyerSums {
    private static final int BUYERS_A_PAGE = 5000;

    private static final String PAGE = "SELECT COUNT(*) AS buyers, MAX(buyer_id) AS last_id,"
            + " COALESCE(SUM(is_new), 0) AS new_ones FROM (SELECT buyer_id, is_new FROM buyer_unsettled"
            + " WHERE shop_id = ? AND pass_id = ? AND buyer_id > ? ORDER BY buyer_id LIMIT " + BUYERS_A_PAGE + ") p";

    private static final String OF_PAGE = " WHERE u.shop_id = ? AND u.pass_id = ? AND u.buyer_id BETWEEN ? AND ?";

    private static final String DAYS_OF_PAGE =
            " FROM buyer_unsettled u JOIN purchase_day p ON p.shop_id = u.shop_id AND p.buyer_id = u.buyer_id"
                    + OF_PAGE;

    private static final String ORDERS_OF_PAGE =
            " FROM buyer_unsettled u JOIN shop_order o ON o.shop_id = u.shop_id AND o.buyer_id = u.buyer_id" + OF_PAGE;

    private static final String LIST_DAYS = "SELECT p.buyer_id, p.day" + DAYS_OF_PAGE + " ORDER BY p.buyer_id, p.day";

    private static final String CHANGE_INTERVALS = "INSERT INTO purchase_interval (shop_id, days, intervals)"
            + " VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE intervals = intervals + VALUES(intervals)";

    private static final String FORGET_DAYS = "DELETE p" + DAYS_OF_PAGE;

    private static final String COUNT_DAYS = "INSERT INTO purchase_day (shop_id, buyer_id, day, orders, net)"
            + " SELECT o.shop_id, o.buyer_id, o.day, COUNT(*), SUM(o.net_amount)" + ORDERS_OF_PAGE
            + " AND o.counted GROUP BY o.shop_id, o.buyer_id, o.day";

    private static final String SUMS = "UPDATE buyer b JOIN buyer_unsettled u ON u.shop_id = b.shop_id"
            + " AND u.buyer_id = b.id"
            + " LEFT JOIN (SELECT p.buyer_id, SUM(p.orders) AS orders, COUNT(*) AS days, MIN(p.day) AS first_day,"
            + " MAX(p.day) AS last_day, SUM(p.net) AS net" + DAYS_OF_PAGE
            + " GROUP BY p.buyer_id) d ON d.buyer_id = b.id"
            + " LEFT JOIN (SELECT o.buyer_id, MIN(o.day) AS first_order_day" + ORDERS_OF_PAGE
            + " GROUP BY o.buyer_id) f ON f.buyer_id = b.id"
            + " SET b.orders = COALESCE(d.orders, 0), b.purchase_days = COALESCE(d.days, 0),"
            + " b.first_day = d.first_day, b.last_day = d.last_day, b.net_spend = COALESCE(d.net, 0),"
            + " b.first_order_day = f.first_order_day, b.unjudged = TRUE, b.updated_at = ?, b.version = b.version + 1"
            + OF_PAGE;

    private static final String UNMARK =
            "DELETE FROM buyer_unsettled WHERE shop_id = ? AND pass_id = ? AND buyer_id BETWEEN ? AND ?";

    private final Sql sql;

    BuyerSums(Sql sql) {
        this.sql = sql;
    }

    /**
     * How far settling a pass has come.
     *
     * @param buyers how many the step settled
     * @param updated how many of those had been known before the pass
     * @param lastId behind whom to go on
     */
    record Settled(int buyers, int updated, long lastId) {
        boolean isLast() {
            return buyers < BUYERS_A_PAGE;
        }
    }

    /**
     * Brings everything that is summed up of these buyers in step with their orders. To be called in a transaction that
     * holds the shop's lane.
     */
    public void recompute(long shopId, Collection<Long> buyers, Instant now) {
        Pass pass = new Pass(shopId, Id.nextValue());
        mark(pass, buyers, List.of());
        settle(pass, now);
    }

    /**
     * Notes that a pass has changed orders of these buyers.
     *
     * @param newOnes those whom the pass has brought
     */
    void mark(Pass pass, Collection<Long> buyers, Collection<Long> newOnes) {
        Set<Long> isNew = Set.copyOf(newOnes);
        sql.batch(
                "INSERT INTO buyer_unsettled (shop_id, pass_id, buyer_id, is_new) VALUES (?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE is_new = is_new",
                pass.unmarked(buyers).stream()
                        .map(buyer -> new Object[] {pass.shopId(), pass.id(), buyer, isNew.contains(buyer)})
                        .toList());
    }

    /** @return how many buyers the pass changed whom it did not bring */
    int settle(Pass pass, Instant now) {
        int updated = 0;
        Settled step = new Settled(0, 0, 0);
        do {
            step = settleSome(pass, step.lastId(), now);
            updated += step.updated();
        } while (!step.isLast());
        return updated;
    }

    /** Settles the next buyers of a pass behind an id, in one transaction that holds the shop's lane. */
    Settled settleSome(Pass pass, long afterId, Instant now) {
        long shopId = pass.shopId();
        long passId = pass.id();
        Settled page = sql.first(
                        PAGE,
                        row -> new Settled(
                                row.intAt("buyers"),
                                row.intAt("buyers") - row.intAt("new_ones"),
                                row.longAt("last_id")),
                        shopId,
                        passId,
                        afterId)
                .orElseThrow();
        if (page.buyers() > 0) {
            long lastId = page.lastId();
            Object[] range = {shopId, passId, afterId + 1, lastId};
            replaceDays(shopId, range);
            sql.update(
                    SUMS,
                    shopId,
                    passId,
                    afterId + 1,
                    lastId,
                    shopId,
                    passId,
                    afterId + 1,
                    lastId,
                    now,
                    shopId,
                    passId,
                    afterId + 1,
                    lastId);
            sql.update(UNMARK, range);
        }
        return page;
    }

    private void replaceDays(long shopId, Object... range) {
        IntervalChanges changes = new IntervalChanges();
        read(changes.gone(), range);
        sql.update(FORGET_DAYS, range);
        sql.update(COUNT_DAYS, range);
        read(changes.come(), range);
        List<Object[]> rows = new ArrayList<>();
        changes.sums().forEach((days, by) -> rows.add(new Object[] {shopId, days, by}));
        sql.batch(CHANGE_INTERVALS, rows);
    }

    private void read(IntervalChanges.Days days, Object... range) {
        sql.forEach(LIST_DAYS, row -> days.read(row.longAt("buyer_id"), row.dayAt("day")), range);
    }
}

package io.siyu.cycle;

import io.siyu.cycle.measure.CycleBasis;
import io.siyu.cycle.measure.MeanCycle;
import io.siyu.order.Exclusion;
import io.siyu.order.figures.BuyerTotals;
import io.siyu.order.figures.Days;
import io.siyu.order.figures.PurchaseFigures;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads what cycles are measured on where it is not kept ready: buyer by buyer, never all at once. */
@ApplicationScoped
class PurchaseDays {
    private static final int BUYERS_A_PAGE = 5000;

    private final Sql sql;

    PurchaseDays(Sql sql) {
        this.sql = sql;
    }

    /** Takes a buyer's purchase days, ascending and at least one; their orders and amounts are not told. */
    @FunctionalInterface
    interface Reader {
        void read(Buyer buyer);
    }

    record Buyer(long id, String platformId, BuyerTotals days) {}

    /** Hands over the buyers who have purchased, in the order of their ids. */
    void forEach(PurchaseScope purchaseScope, Reader reader) {
        if (purchaseScope.filter().isOfProducts()) {
            forEachOfProducts(purchaseScope, reader);
            return;
        }
        long after = 0;
        Map<Long, Buyer> page;
        do {
            page = page(purchaseScope, after);
            for (Buyer buyer : page.values()) {
                if (buyer.days().purchaseDays() > 0) {
                    reader.read(buyer);
                }
                after = buyer.id();
            }
        } while (page.size() == BUYERS_A_PAGE);
    }

    private Map<Long, Buyer> page(PurchaseScope purchaseScope, long after) {
        SqlFragment buyers = purchaseScope.buyers();
        Map<Long, Buyer> page = new LinkedHashMap<>();
        long[] last = {after};
        sql.forEach(
                SqlFragment.of("SELECT b.id, b.platform_id FROM buyer b WHERE b.shop_id = ?", purchaseScope.shopId())
                        .add(buyers)
                        .add(" AND b.purchase_days > 0 AND b.id > ? ORDER BY b.id LIMIT " + BUYERS_A_PAGE, after),
                row -> {
                    last[0] = row.longAt("id");
                    page.put(last[0], new Buyer(last[0], row.textAt("platform_id"), new BuyerTotals()));
                });
        String days = "SELECT p.buyer_id, " + Days.since1970("p.day") + " AS day FROM buyer b"
                + " JOIN purchase_day p ON p.shop_id = b.shop_id AND p.buyer_id = b.id WHERE b.shop_id = ?";
        sql.forEach(
                SqlFragment.of(days, purchaseScope.shopId())
                        .add(buyers)
                        .add(
                                " AND b.purchase_days > 0 AND b.id > ? AND b.id <= ? AND p.day <= ?",
                                after,
                                last[0],
                                purchaseScope.asOf()),
                row -> {
                    Buyer buyer = page.get(row.longAt("buyer_id"));
                    if (buyer != null) {
                        buyer.days().purchase(row.intAt("day"), 0, 0);
                    }
                });
        return page;
    }

    private void forEachOfProducts(PurchaseScope purchaseScope, Reader reader) {
        String days = "SELECT DISTINCT b.id, b.platform_id, " + Days.since1970("o.day") + " AS day FROM order_line l"
                + " JOIN shop_order o ON o.shop_id = l.shop_id AND o.id = l.order_id AND o.counted"
                + " JOIN buyer b ON b.shop_id = o.shop_id AND b.id = o.buyer_id WHERE l.shop_id = ?";
        Grouping grouping = new Grouping(reader);
        sql.forEach(
                SqlFragment.of(days, purchaseScope.shopId())
                        .add(purchaseScope.lines())
                        .add(" AND o.day <= ?", purchaseScope.asOf())
                        .add(purchaseScope.buyers())
                        .add(" ORDER BY b.id, day"),
                grouping::read);
        grouping.close();
    }

    /** Puts rows of days that come in the order of their buyers together. */
    private static final class Grouping {
        private final Reader reader;
        private Buyer current;

        Grouping(Reader reader) {
            this.reader = reader;
        }

        void read(ResultRow row) throws SQLException {
            long id = row.longAt("id");
            if (current == null || current.id() != id) {
                close();
                current = new Buyer(id, row.textAt("platform_id"), new BuyerTotals());
            }
            current.days().purchase(row.intAt("day"), 0, 0);
        }

        void close() {
            if (current != null) {
                reader.read(current);
            }
        }
    }

    /** Intervals, days and orders. */
    PurchaseFigures measure(PurchaseScope purchaseScope) {
        PurchaseFigures figures = new PurchaseFigures();
        forEach(purchaseScope, buyer -> figures.add(buyer.days(), 1));
        addOrders(purchaseScope, figures);
        return figures;
    }

    /**
     * Orders of the whole shop include those without a buyer: they are sales, though nobody's cycle. Where products are
     * asked for, orders that hold one count with their whole amount.
     */
    private void addOrders(PurchaseScope purchaseScope, PurchaseFigures figures) {
        SqlFragment orders = purchaseScope.filter().isOfProducts()
                ? SqlFragment.of(
                                "(SELECT DISTINCT l.order_id FROM order_line l WHERE l.shop_id = ?",
                                purchaseScope.shopId())
                        .add(purchaseScope.lines())
                        .add(") l STRAIGHT_JOIN shop_order o ON o.id = l.order_id")
                : SqlFragment.of("shop_order o");
        String join = purchaseScope.isWholeShop() ? "" : " JOIN buyer b ON b.shop_id = o.shop_id AND b.id = o.buyer_id";
        sql.forEach(
                SqlFragment.of("SELECT o.exclusion, COUNT(*) AS orders, SUM(IF(o.counted, o.net_amount, 0)) AS net")
                        .add(" FROM ")
                        .add(orders)
                        .add(join + " WHERE o.shop_id = ? AND o.day <= ?", purchaseScope.shopId(), purchaseScope.asOf())
                        .add(purchaseScope.buyers())
                        .add(" GROUP BY o.exclusion"),
                row -> figures.addOrders(
                        row.enumAt("exclusion", Exclusion.class),
                        row.longAt("orders"),
                        row.decimalAt("net").movePointRight(2).longValueExact()));
    }

    /** Whether what is kept in step with the orders shows more than the day could know. */
    boolean hasOrdersAfter(long shopId, LocalDate day) {
        return sql.first(
                        "SELECT 1 AS one FROM shop_order WHERE shop_id = ? AND day > ? LIMIT 1",
                        row -> row.intAt("one"),
                        shopId,
                        day)
                .isPresent();
    }

    /** The pooled mean alone: first day, last day and count of each buyer are enough. */
    MeanCycle pooled(long shopId, boolean followersOnly, LocalDate asOf, CycleBasis basis) {
        return sql.first(
                        "SELECT COALESCE(SUM(d.span), 0) AS span, COALESCE(SUM(d.days - 1), 0) AS intervals FROM ("
                                + "SELECT DATEDIFF(MAX(p.day), MIN(p.day)) AS span, COUNT(*) AS days FROM purchase_day p"
                                + (followersOnly
                                        ? " JOIN buyer b ON b.shop_id = p.shop_id AND b.id = p.buyer_id AND b.follows"
                                        : "")
                                + " WHERE p.shop_id = ? AND p.day <= ? GROUP BY p.buyer_id) d",
                        row -> new MeanCycle(basis, row.longAt("span"), row.longAt("intervals")),
                        shopId,
                        asOf)
                .orElseThrow();
    }
}

package io.siyu.order.figures;

import io.siyu.order.Exclusion;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Counts the orders of which nobody knows who bought: no buyer's totals are updated for them, so whoever writes them
 * tells.
 */
@ApplicationScoped
public class UnattributedOrders {
    private static final String COUNT =
            "SELECT exclusion, COUNT(*) AS orders, SUM(IF(counted, net_amount, 0)) AS net FROM shop_order WHERE shop_id = ?";

    private final Sql sql;
    private final FigureTable table;

    UnattributedOrders(Sql sql, FigureTable table) {
        this.sql = sql;
        this.table = table;
    }

    /** The change of the shop's figures by orders that are about to be written, under the shop's write lock. */
    public Tally tally(long shopId) {
        return new Tally(shopId);
    }

    /** All of the shop's, counted again. */
    public Map<Basis, PurchaseFigures> anew(long shopId) {
        FigureChanges changes = new FigureChanges(shopId, null);
        sql.forEach(COUNT + " AND buyer_id IS NULL GROUP BY exclusion", row -> add(row, changes, 1), shopId);
        return changes.kept();
    }

    /** Orders that have a buyer are passed over. */
    public final class Tally {
        private final FigureChanges changes;

        private Tally(long shopId) {
            changes = new FigureChanges(shopId, null);
        }

        /** Before these orders are changed. */
        public Tally forget(Collection<Long> orderIds) {
            read(orderIds, -1);
            return this;
        }

        /** When these orders have been written. */
        public Tally count(Collection<Long> orderIds) {
            read(orderIds, 1);
            return this;
        }

        public void write() {
            if (!changes.kept().isEmpty()) {
                table.write(changes);
            }
        }

        private void read(Collection<Long> orderIds, int times) {
            for (List<Long> some : InLists.of(orderIds)) {
                sql.forEach(
                        COUNT + " AND id IN (" + Sql.places(some.size()) + ") AND buyer_id IS NULL GROUP BY exclusion",
                        row -> add(row, changes, times),
                        InLists.params(some, changes.shopId()));
            }
        }
    }

    private static void add(ResultRow row, FigureChanges changes, int times) throws SQLException {
        changes.addUnattributedOrders(
                row.enumAt("exclusion", Exclusion.class),
                times * row.longAt("orders"),
                times * row.decimalAt("net").movePointRight(2).longValueExact());
    }
}

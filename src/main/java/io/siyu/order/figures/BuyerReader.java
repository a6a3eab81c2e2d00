package io.siyu.order.figures;

import io.siyu.order.Exclusion;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.Map;

/** Reads what is known of some buyers: from their orders, and as it was summed up before. */
@ApplicationScoped
class BuyerReader {
    private final Sql sql;

    BuyerReader(Sql sql) {
        this.sql = sql;
    }

    /**
     * Some of a shop's buyers.
     *
     * @param joined FROM and WHERE around a table that is called x, in both of which the table's columns are filled in
     */
    record Buyers(String joined, Object... params) {
        static Buyers listed(long shopId, List<Long> ids) {
            return new Buyers(
                    "%1$s x WHERE x.shop_id = ? AND x.buyer_id IN (" + Sql.places(ids.size()) + ")",
                    InLists.params(ids, shopId));
        }

        /** All whose ids are in a range with both ends. */
        static Buyers between(long shopId, long firstId, long lastId) {
            return new Buyers("%1$s x WHERE x.shop_id = ? AND x.buyer_id BETWEEN ? AND ?", shopId, firstId, lastId);
        }

        /** Those in a range whom an import session has marked. */
        static Buyers marked(long shopId, long sessionId, long firstId, long lastId) {
            return new Buyers(
                    // The marks first. The database may take the other sequence for as good, and would read all
                    // other buyers' rows between them as well.
                    "buyer_totals_due u STRAIGHT_JOIN %1$s x ON x.shop_id = u.shop_id AND x.buyer_id = u.buyer_id"
                            + " WHERE u.shop_id = ? AND u.session_id = ? AND u.buyer_id BETWEEN ? AND ?",
                    shopId, sessionId, firstId, lastId);
        }

        private String from(String table) {
            return " FROM " + joined.formatted(table);
        }
    }

    /** Adds what was summed up by day. */
    void readDays(Buyers buyers, Map<Long, BuyerTotals> into) {
        sql.forEach(
                "SELECT x.buyer_id, " + Days.since1970("x.day") + " AS day, x.orders, x.net"
                        + buyers.from("purchase_day"),
                row -> {
                    BuyerTotals buyer = into.get(row.longAt("buyer_id"));
                    if (buyer != null) {
                        buyer.purchase(
                                row.intAt("day"),
                                row.intAt("orders"),
                                row.decimalAt("net").unscaledValue().longValueExact());
                    }
                },
                buyers.params());
    }

    /** Adds what the orders say. */
    void readOrders(Buyers buyers, Map<Long, BuyerTotals> into) {
        sql.forEach(
                "SELECT x.buyer_id, " + Days.since1970("x.day") + " AS day, x.exclusion, x.net_amount"
                        + buyers.from("shop_order"),
                row -> {
                    BuyerTotals buyer = into.get(row.longAt("buyer_id"));
                    if (buyer != null) {
                        buyer.order(
                                row.intAt("day"),
                                row.enumAt("exclusion", Exclusion.class),
                                row.decimalAt("net_amount").unscaledValue().longValueExact());
                    }
                },
                buyers.params());
    }
}

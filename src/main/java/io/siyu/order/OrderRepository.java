package io.siyu.order;

import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads orders; whoever writes them holds the shop's write lock. */
@ApplicationScoped
class OrderRepository {
    private static final String COLUMNS = "SELECT shop_id, id, order_no, buyer_id, status, created_at, paid_at, day,"
            + " paid_amount, refund_amount, refund_unknown, net_amount, counted, exclusion, source, import_id, updated_at"
            + " FROM shop_order ";

    private static final String NEWEST_FIRST = " ORDER BY day DESC, id DESC LIMIT ";

    private final Sql sql;

    OrderRepository(Sql sql) {
        this.sql = sql;
    }

    Optional<OrderResponse> findInAny(Collection<Long> shopIds, long id) {
        return shopIds.isEmpty()
                ? Optional.empty()
                : sql.first(
                        COLUMNS + "WHERE id = ? AND shop_id IN (" + Sql.places(shopIds.size()) + ")",
                        OrderRepository::read,
                        InLists.params(shopIds, id));
    }

    List<OrderResponse.Line> listLines(long shopId, long orderId) {
        return sql.list(
                "SELECT title, sku, quantity, unit_price, ordered_quantity FROM order_line WHERE shop_id = ? AND order_id = ?"
                        + " ORDER BY line_no",
                row -> new OrderResponse.Line(
                        row.textAt("title"),
                        row.textAt("sku"),
                        row.nullableIntAt("quantity"),
                        row.decimalAt("unit_price") == null
                                ? null
                                : row.decimalAt("unit_price").toPlainString(),
                        row.nullableIntAt("ordered_quantity")),
                shopId,
                orderId);
    }

    /**
     * Newest day first.
     *
     * @param beforeDay and beforeId where the page before ended; null for the first page
     */
    List<OrderResponse> list(long shopId, OrderFilter filter, LocalDate beforeDay, long beforeId, int rows) {
        StringBuilder where = new StringBuilder("shop_id = ?");
        List<Object> params = new ArrayList<>(List.of(shopId));
        add(where, params, " AND buyer_id = ?", filter.buyer == null ? null : filter.buyer.value());
        add(where, params, " AND day >= ?", filter.from);
        add(where, params, " AND day <= ?", filter.to);
        if (beforeDay != null) {
            where.append(" AND day <= ? AND (day < ? OR id < ?)");
            params.addAll(List.of(beforeDay, beforeDay, beforeId));
        }
        return filter.asksForState()
                ? listByState(filter.states(), where.toString(), params, rows)
                : sql.list(COLUMNS + "WHERE " + where + NEWEST_FIRST + rows, OrderRepository::read, params.toArray());
    }

    /** Each state is read from its own end, so that a page costs no more than its rows of each. */
    private List<OrderResponse> listByState(
            List<OrderFilter.State> states, String where, List<Object> params, int rows) {
        if (states.isEmpty()) {
            return List.of();
        }
        List<String> branches = new ArrayList<>();
        List<Object> all = new ArrayList<>();
        for (OrderFilter.State state : states) {
            String exclusion = state.exclusion() == null ? " IS NULL" : " = ?";
            branches.add("(SELECT id, day FROM shop_order WHERE " + where + " AND status = ? AND exclusion" + exclusion
                    + NEWEST_FIRST + rows + ")");
            all.addAll(params);
            all.add(state.status());
            if (state.exclusion() != null) {
                all.add(state.exclusion());
            }
        }
        all.add(params.get(0));
        return sql.list(
                COLUMNS + "o JOIN (SELECT id AS page_id FROM (" + String.join(" UNION ALL ", branches) + ") s"
                        + NEWEST_FIRST + rows
                        + ") p ON p.page_id = o.id WHERE o.shop_id = ? ORDER BY o.day DESC, o.id DESC",
                OrderRepository::read,
                all.toArray());
    }

    private static void add(StringBuilder where, List<Object> params, String condition, Object value) {
        if (value != null) {
            where.append(condition);
            params.add(value);
        }
    }

    private static OrderResponse read(ResultRow row) throws SQLException {
        return new OrderResponse(
                Id.of(row.longAt("id")),
                Id.of(row.longAt("shop_id")),
                row.textAt("order_no"),
                Id.ofNullable(row.nullableLongAt("buyer_id")),
                row.enumAt("status", OrderStatus.class),
                row.instantAt("created_at"),
                row.instantAt("paid_at"),
                row.dayAt("day"),
                row.decimalAt("paid_amount").toPlainString(),
                row.decimalAt("refund_amount").toPlainString(),
                row.booleanAt("refund_unknown"),
                row.decimalAt("net_amount").toPlainString(),
                row.booleanAt("counted"),
                row.enumAt("exclusion", Exclusion.class),
                row.textAt("source"),
                Id.ofNullable(row.nullableLongAt("import_id")),
                row.instantAt("updated_at"),
                null);
    }
}

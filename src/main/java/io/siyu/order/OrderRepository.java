package io.siyu.order;

import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.Row;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads orders; they are written by intake alone. */
@ApplicationScoped
class OrderRepository {
    private static final String COLUMNS = "SELECT shop_id, id, order_no, buyer_id, status, created_at, paid_at, day,"
            + " paid_amount, refund_amount, net_amount, counted, exclusion, source, import_id, updated_at"
            + " FROM shop_order ";

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
                "SELECT title, sku, quantity, unit_price FROM order_line WHERE shop_id = ? AND order_id = ?"
                        + " ORDER BY line_no",
                row -> new OrderResponse.Line(
                        row.textAt("title"),
                        row.textAt("sku"),
                        row.nullableIntAt("quantity"),
                        row.decimalAt("unit_price") == null
                                ? null
                                : row.decimalAt("unit_price").toPlainString()),
                shopId,
                orderId);
    }

    /**
     * Newest day first.
     *
     * @param beforeDay and beforeId where the page before ended; null for the first page
     */
    List<OrderResponse> list(long shopId, OrderFilter filter, LocalDate beforeDay, long beforeId, int rows) {
        StringBuilder where = new StringBuilder("WHERE shop_id = ?");
        List<Object> params = new ArrayList<>(List.of(shopId));
        add(where, params, " AND status = ?", filter.status);
        add(where, params, " AND buyer_id = ?", filter.buyer == null ? null : filter.buyer.value());
        add(where, params, " AND day >= ?", filter.from);
        add(where, params, " AND day <= ?", filter.to);
        if (beforeDay != null) {
            where.append(" AND day <= ? AND (day < ? OR id < ?)");
            params.addAll(List.of(beforeDay, beforeDay, beforeId));
        }
        params.add(rows);
        return sql.list(
                COLUMNS + where + " ORDER BY day DESC, id DESC LIMIT ?", OrderRepository::read, params.toArray());
    }

    private static void add(StringBuilder where, List<Object> params, String condition, Object value) {
        if (value != null) {
            where.append(condition);
            params.add(value);
        }
    }

    private static OrderResponse read(Row row) throws SQLException {
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
                row.decimalAt("net_amount").toPlainString(),
                row.booleanAt("counted"),
                row.enumAt("exclusion", Exclusion.class),
                row.textAt("source"),
                Id.ofNullable(row.nullableLongAt("import_id")),
                row.instantAt("updated_at"),
                null);
    }
}

package io.siyu.order;

import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.time.LocalDate;
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
        SqlFragment where = SqlFragment.of("shop_id = ?", shopId)
                .add(condition(" AND buyer_id = ?", filter.buyer == null ? null : filter.buyer.value()))
                .add(condition(" AND day >= ?", filter.from))
                .add(condition(" AND day <= ?", filter.to));
        if (beforeDay != null) {
            where = where.add(" AND day <= ? AND (day < ? OR id < ?)", beforeDay, beforeDay, beforeId);
        }
        return filter.asksForState()
                ? listByState(shopId, filter.states(), where, rows)
                : sql.list(
                        SqlFragment.of(COLUMNS + "WHERE ").add(where).add(NEWEST_FIRST + rows), OrderRepository::read);
    }

    /** @param value null where nothing is asked for */
    private static SqlFragment condition(String text, Object value) {
        return value == null ? SqlFragment.EMPTY : SqlFragment.of(text, value);
    }

    /** Each state is read from its own end, so that a page costs no more than its rows of each. */
    private List<OrderResponse> listByState(long shopId, List<OrderFilter.State> states, SqlFragment where, int rows) {
        if (states.isEmpty()) {
            return List.of();
        }
        List<SqlFragment> branches = states.stream()
                .map(state -> SqlFragment.of("(SELECT id, day FROM shop_order WHERE ")
                        .add(where)
                        .add(" AND status = ?", state.status())
                        .add(
                                state.exclusion() == null
                                        ? SqlFragment.of(" AND exclusion IS NULL")
                                        : SqlFragment.of(" AND exclusion = ?", state.exclusion()))
                        .add(NEWEST_FIRST + rows + ")"))
                .toList();
        return sql.list(
                SqlFragment.of(COLUMNS + "o JOIN (SELECT id AS page_id FROM (")
                        .add(SqlFragment.join(" UNION ALL ", branches))
                        .add(
                                ") s" + NEWEST_FIRST + rows
                                        + ") p ON p.page_id = o.id WHERE o.shop_id = ? ORDER BY o.day DESC, o.id DESC",
                                shopId),
                OrderRepository::read);
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

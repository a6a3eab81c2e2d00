package io.siyu.webhook.work;

import io.siyu.buyer.match.BuyerDetails;
import io.siyu.order.OrderStatus;
import io.siyu.order.incoming.IncomingLine;
import io.siyu.order.incoming.IncomingOrder;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;
import io.siyu.webhook.HookSource;
import io.siyu.webhook.payload.WebhookEvent;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Remembers what deliveries told about orders. */
@ApplicationScoped
class HookOrderRepository {
    private static final String KEPT =
            "SELECT o.source, o.external_id, o.order_no, o.latest_no, o.latest_at, o.latest_rank, o.paid_at, o.gone_at";

    private static final List<WebhookEvent.Refund.Stage> STAGES = List.of(WebhookEvent.Refund.Stage.values());

    private final Sql sql;

    HookOrderRepository(Sql sql) {
        this.sql = sql;
    }

    List<WebhookOrderState> list(long shopId, HookSource source, Collection<String> externalIds) {
        List<WebhookOrderState> known = new ArrayList<>();
        for (List<String> some : InLists.of(externalIds)) {
            String where = " WHERE shop_id = ? AND source = ? AND external_id IN (" + Sql.places(some.size()) + ")";
            Object[] params = InLists.params(some, shopId, source.code());
            Map<String, Map<String, WebhookEvent.Refund>> refunds = new HashMap<>();
            sql.forEach(
                    "SELECT external_id, refund_id, amount, stage, latest_at AS refund_latest_at FROM hook_refund"
                            + where,
                    row -> refunds.computeIfAbsent(row.textAt("external_id"), id -> new HashMap<>())
                            .put(row.textAt("refund_id"), refund(row)),
                    params);
            known.addAll(sql.list(
                    KEPT + " FROM hook_order o" + where,
                    row -> known(row, refunds.getOrDefault(row.textAt("external_id"), Map.of())),
                    params));
        }
        return known;
    }

    /** By a number that was told, those that orders are stored under which were told under it as well. */
    Map<String, List<String>> toldUnder(long shopId, Collection<String> numbers) {
        Map<String, List<String>> stored = new HashMap<>();
        boolean hasAny = sql.first("SELECT 1 AS one FROM hook_order_number WHERE shop_id = ? LIMIT 1", row -> 1, shopId)
                .isPresent();
        for (List<String> some : hasAny ? InLists.of(numbers) : List.<List<String>>of()) {
            sql.forEach(
                    "SELECT n.other_no, o.order_no FROM hook_order_number n JOIN hook_order o"
                            + " ON o.shop_id = n.shop_id AND o.source = n.source AND o.external_id = n.external_id"
                            + " WHERE n.shop_id = ? AND o.order_no <> n.other_no AND n.other_no IN ("
                            + Sql.places(some.size()) + ")",
                    row -> stored.computeIfAbsent(row.textAt("other_no"), other -> new ArrayList<>())
                            .add(row.textAt("order_no")),
                    InLists.params(some, shopId));
        }
        return stored;
    }

    /** Those of the numbers that no order of any platform is known to have. */
    Set<String> free(long shopId, Collection<String> numbers) {
        Set<String> free = new LinkedHashSet<>(numbers);
        for (List<String> some : InLists.of(numbers)) {
            sql.forEach(
                    "SELECT order_no FROM hook_order WHERE shop_id = ? AND order_no IN (" + Sql.places(some.size())
                            + ")",
                    row -> free.remove(row.textAt("order_no")),
                    InLists.params(some, shopId));
        }
        return free;
    }

    /**
     * All other orders of a platform that are to be looked at where orders are to get numbers: who has those numbers, who
     * waits for those that become free, and so on.
     */
    List<WebhookOrderState> listSharing(long shopId, HookSource source, Collection<WebhookOrderState> known) {
        Map<String, WebhookOrderState> sharing = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        Set<String> numbers = HookNumbers.contested(known);
        while (!numbers.isEmpty()) {
            seen.addAll(numbers);
            listByAnyNumber(shopId, source, numbers).forEach(order -> sharing.put(order.externalId(), order));
            numbers = HookNumbers.contested(sharing.values());
            numbers.removeAll(seen);
        }
        return List.copyOf(sharing.values());
    }

    /** The orders of a platform that were told of by one of these numbers, or are stored under one. */
    List<WebhookOrderState> listByAnyNumber(long shopId, HookSource source, Collection<String> numbers) {
        Set<String> ids = new LinkedHashSet<>();
        for (String column : List.of("order_no", "latest_no")) {
            for (List<String> some : InLists.of(numbers)) {
                sql.forEach(
                        "SELECT external_id FROM hook_order WHERE shop_id = ? AND source = ? AND " + column + " IN ("
                                + Sql.places(some.size()) + ")",
                        row -> ids.add(row.textAt("external_id")),
                        InLists.params(some, shopId, source.code()));
            }
        }
        return list(shopId, source, ids);
    }

    /** What is known of the orders of these numbers, from whatever platforms. */
    List<WebhookOrderState> listByNumber(long shopId, Collection<String> orderNos) {
        Map<List<String>, WebhookOrderState> known = new LinkedHashMap<>();
        for (List<String> some : InLists.of(orderNos)) {
            sql.forEach(
                    KEPT + ", r.refund_id, r.amount, r.stage, r.latest_at AS refund_latest_at"
                            + " FROM hook_order o LEFT JOIN hook_refund r ON r.shop_id = o.shop_id"
                            + " AND r.source = o.source AND r.external_id = o.external_id"
                            + " WHERE o.shop_id = ? AND o.order_no IN (" + Sql.places(some.size()) + ")"
                            + " ORDER BY o.source, o.external_id",
                    row -> {
                        WebhookOrderState read = known(row, Map.of());
                        WebhookOrderState order =
                                known.computeIfAbsent(List.of(row.textAt("source"), read.externalId()), key -> read);
                        if (row.textAt("refund_id") != null) {
                            order.add(refund(row));
                        }
                    },
                    InLists.params(some, shopId));
        }
        return List.copyOf(known.values());
    }

    /** Whether an order was deleted of which nothing but its id was told. */
    boolean hasLostDeletions(long shopId) {
        return isAny("order_no IS NULL AND gone_at IS NOT NULL", shopId);
    }

    /** Whether an order of the source has a number that is not its id. */
    boolean isNumberedOtherwise(long shopId, HookSource source) {
        return isAny("source = ? AND latest_no <> external_id", shopId, source.code());
    }

    /** The orders of these ids that were deleted, and of which nothing else was told. */
    Map<String, WebhookOrderState> lostDeletions(long shopId, HookSource source, Collection<String> externalIds) {
        Map<String, WebhookOrderState> lost = new HashMap<>();
        for (List<String> some : InLists.of(externalIds)) {
            sql.forEach(
                    KEPT + " FROM hook_order o WHERE shop_id = ?"
                            + " AND source = ? AND order_no IS NULL AND gone_at IS NOT NULL AND external_id IN ("
                            + Sql.places(some.size()) + ")",
                    row -> lost.put(row.textAt("external_id"), known(row, Map.of())),
                    InLists.params(some, shopId, source.code()));
        }
        return lost;
    }

    private boolean isAny(String condition, Object... params) {
        return sql.first(
                        "SELECT 1 AS one FROM hook_order WHERE shop_id = ? AND " + condition + " LIMIT 1",
                        row -> row.intAt("one"),
                        params)
                .isPresent();
    }

    void save(long shopId, HookSource source, Collection<WebhookOrderState> orders) {
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> refunds = new ArrayList<>();
        List<Object[]> numbers = new ArrayList<>();
        for (WebhookOrderState order : orders) {
            order.otherNos()
                    .forEach(number -> numbers.add(new Object[] {shopId, number, source.code(), order.externalId()}));
            WebhookOrderState.Kept kept = order.kept();
            rows.add(new Object[] {
                shopId,
                source.code(),
                order.externalId(),
                kept.orderNo(),
                kept.latestNo(),
                kept.latestAt(),
                kept.rank(),
                kept.paidAt(),
                kept.goneAt()
            });
            order.refunds()
                    .values()
                    .forEach(refund -> refunds.add(new Object[] {
                        shopId,
                        source.code(),
                        order.externalId(),
                        refund.id(),
                        refund.amount(),
                        refund.stage().ordinal(),
                        refund.at()
                    }));
        }
        sql.batch(
                "INSERT INTO hook_order (shop_id, source, external_id, order_no, latest_no, latest_at, latest_rank,"
                        + " paid_at, gone_at) VALUES (?,?,?,?,?,?,?,?,?) ON DUPLICATE KEY UPDATE order_no = VALUES(order_no),"
                        + " latest_no = VALUES(latest_no), latest_at = VALUES(latest_at), latest_rank = VALUES(latest_rank),"
                        + " paid_at = VALUES(paid_at), gone_at = VALUES(gone_at)",
                rows);
        sql.batch(
                "INSERT INTO hook_refund (shop_id, source, external_id, refund_id, amount, stage, latest_at)"
                        + " VALUES (?,?,?,?,?,?,?) ON DUPLICATE KEY UPDATE amount = VALUES(amount),"
                        + " stage = VALUES(stage), latest_at = VALUES(latest_at)",
                refunds);
        sql.batch(
                "INSERT INTO hook_order_number (shop_id, other_no, source, external_id) VALUES (?,?,?,?)"
                        + " ON DUPLICATE KEY UPDATE external_id = VALUES(external_id)",
                numbers);
    }

    private static WebhookEvent.Refund refund(ResultRow row) throws SQLException {
        return new WebhookEvent.Refund(
                row.textAt("refund_id"),
                row.decimalAt("amount"),
                STAGES.get(row.intAt("stage")),
                row.instantAt("refund_latest_at"));
    }

    private static WebhookOrderState known(ResultRow row, Map<String, WebhookEvent.Refund> refunds)
            throws SQLException {
        return new WebhookOrderState(
                row.textAt("external_id"),
                new WebhookOrderState.Kept(
                        row.textAt("order_no"),
                        row.textAt("latest_no"),
                        row.instantAt("latest_at"),
                        row.intAt("latest_rank"),
                        row.instantAt("paid_at"),
                        row.instantAt("gone_at")),
                refunds);
    }

    /** An order as it is stored, to be told again with a refund or a deletion; without who bought it. */
    Optional<IncomingOrder> findStored(long shopId, String orderNo) {
        return sql.first(
                "SELECT id, status, created_at, paid_at, paid_amount, refund_amount, refund_unknown, source_at"
                        + " FROM shop_order"
                        + " WHERE shop_id = ? AND order_no = ?",
                row -> new IncomingOrder(
                                orderNo,
                                row.enumAt("status", OrderStatus.class),
                                row.instantAt("created_at"),
                                row.instantAt("paid_at"),
                                row.decimalAt("paid_amount"),
                                row.decimalAt("refund_amount"),
                                // The order keeps the buyer it has.
                                BuyerDetails.NOTHING,
                                listLines(shopId, row.longAt("id")),
                                row.instantAt("source_at"))
                        .withRefundUnknown(row.booleanAt("refund_unknown")),
                shopId,
                orderNo);
    }

    private List<IncomingLine> listLines(long shopId, long orderId) {
        return sql.list(
                "SELECT title, sku, quantity, unit_price, ordered_quantity FROM order_line WHERE shop_id = ? AND order_id = ?"
                        + " ORDER BY line_no",
                row -> new IncomingLine(
                        row.textAt("title"),
                        row.textAt("sku"),
                        row.nullableIntAt("quantity"),
                        row.decimalAt("unit_price"),
                        row.nullableIntAt("ordered_quantity")),
                shopId,
                orderId);
    }
}

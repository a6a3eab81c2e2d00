package io.siyu.order.intake;

import io.siyu.buyer.BuyerMatches;
import io.siyu.buyer.BuyerRegistry;
import io.siyu.order.Exclusion;
import io.siyu.order.OrderStatus;
import io.siyu.order.file.IncomingLine;
import io.siyu.order.file.IncomingOrder;
import io.siyu.order.merge.BuyerMerges;
import io.siyu.platform.ids.Id;
import io.siyu.platform.privacy.PersonalData;
import io.siyu.platform.sql.BulkInsert;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes batches of orders set-based: new and changed ones, their lines, their buyers and the buyers' sums. */
@ApplicationScoped
class OrderWriter {
    private static final BulkInsert.Table ORDERS = BulkInsert.Table.of(
            "shop_order",
            "shop_id",
            "id",
            "order_no",
            "buyer_id",
            "says_contact",
            "status",
            "created_at",
            "paid_at",
            "day",
            "paid_amount",
            "refund_amount",
            "net_amount",
            "counted",
            "exclusion",
            "content_hash",
            "source",
            "source_at",
            "import_id",
            "recorded_at",
            "updated_at");
    private static final BulkInsert.Table LINES = BulkInsert.Table.of(
            "order_line", "shop_id", "order_id", "line_no", "title", "sku", "quantity", "unit_price");
    private static final String UPDATE =
            "UPDATE shop_order SET buyer_id = ?, says_contact = ?, status = ?, created_at = ?, paid_at = ?,"
                    + " day = ?, paid_amount = ?, refund_amount = ?, net_amount = ?, counted = ?, exclusion = ?,"
                    + " content_hash = ?, source = ?, source_at = COALESCE(?, source_at), import_id = ?, updated_at = ?,"
                    + " version = version + 1 WHERE shop_id = ? AND id = ?";

    private final Sql sql;
    private final BulkInsert bulk;
    private final BuyerRegistry buyers;
    private final BuyerMerges merges;
    private final BuyerSums sums;
    private final OrderLane lane;
    private final PersonalData personalData;
    private final Clock clock;

    OrderWriter(
            Sql sql,
            BulkInsert bulk,
            BuyerRegistry buyers,
            BuyerMerges merges,
            BuyerSums sums,
            OrderLane lane,
            PersonalData personalData,
            Clock clock) {
        this.merges = merges;
        this.sql = sql;
        this.bulk = bulk;
        this.lane = lane;
        this.buyers = buyers;
        this.sums = sums;
        this.personalData = personalData;
        this.clock = clock;
    }

    /** An order that is to be written. */
    private record Change(long id, IncomingOrder order, byte[] hash, StoredOrder before, Long buyerId) {}

    /**
     * Writes what is new or changed, and marks the buyers whose sums the batch's pass has to settle. To be called in a
     * transaction that holds the shop's lane.
     */
    BatchCounts write(OrderBatch batch) {
        if (batch.orders().isEmpty()) {
            return BatchCounts.NOTHING;
        }
        long shopId = batch.shopId();
        BuyerMatches matches = buyers.matches(shopId, batch.pass().recent());
        Sorted sorted = sort(batch, matches);
        // So that a word between the two, when it comes, is known to be the older one.
        sql.batch("UPDATE shop_order SET source_at = ? WHERE shop_id = ? AND id = ?", sorted.confirmations());
        if (!sorted.changes().isEmpty()) {
            Instant now = clock.instant();
            BulkInsert.Prepared orders = prepareNew(batch, sorted.changes(), now);
            BulkInsert.Prepared lines = prepareLines(shopId, sorted.changes());
            buyers.save(matches, now);
            bulk.insert(orders);
            update(batch, sorted.changes(), now);
            bulk.insert(lines);
            Set<Long> affected = affected(sorted.changes());
            affected.addAll(merges.make(shopId, matches.proofs(), now));
            sums.mark(batch.pass(), affected, matches.newBuyers());
        }
        return sorted.counts(matches.newBuyers().size(), 0);
    }

    /**
     * Counts what writing would do.
     *
     * @param matches carries buyers that earlier batches would have made
     * @param touched carries which buyers earlier batches would have changed
     */
    BatchCounts rehearse(OrderBatch batch, BuyerMatches matches, Set<Long> touched) {
        int before = matches.newBuyers().size();
        Sorted sorted = sort(batch, matches);
        int created = matches.newBuyers().size() - before;
        int touchedBefore = touched.size();
        touched.addAll(affected(sorted.changes()));
        return sorted.counts(created, touched.size() - touchedBefore - created);
    }

    /** @param confirmations the times as of which live sources repeated what is known */
    private record Sorted(List<Change> changes, int created, int unchanged, int stale, List<Object[]> confirmations) {
        BatchCounts counts(int buyersCreated, int buyersUpdated) {
            return new BatchCounts(created, changes.size() - created, unchanged, stale, buyersCreated, buyersUpdated);
        }
    }

    private Sorted sort(OrderBatch batch, BuyerMatches matches) {
        long shopId = batch.shopId();
        Map<String, StoredOrder> stored = stored(shopId, batch.orders());
        List<Change> changes = new ArrayList<>();
        List<Object[]> confirmations = new ArrayList<>();
        int created = 0;
        int unchanged = 0;
        int stale = 0;
        for (HashedOrder hashed : batch.orders()) {
            IncomingOrder order = hashed.order();
            matches.recall(order.buyer(), hashed.buyer());
            byte[] hash = hashed.hash();
            StoredOrder before = stored.get(order.orderNo());
            if (before == null) {
                created++;
                changes.add(new Change(Id.nextValue(), order, hash, null, null));
            } else if (Arrays.equals(before.contentHash(), hash)) {
                unchanged++;
                // A file repeats a million orders, and its time is only that of the export: it writes none of them.
                if (batch.importId() == null && before.isConfirmedBy(order)) {
                    confirmations.add(new Object[] {order.sourceAt(), shopId, before.id()});
                }
            } else if (before.isNewerThan(order)) {
                stale++;
            } else {
                changes.add(new Change(before.id(), order, hash, before, null));
            }
        }
        return new Sorted(withBuyers(changes, matches), created, unchanged, stale, confirmations);
    }

    private List<Change> withBuyers(List<Change> changes, BuyerMatches matches) {
        buyers.lookUp(
                matches,
                changes.stream().map(c -> c.order().buyer()).toList(),
                changes.stream()
                        .filter(c -> c.before() != null && c.before().buyerId() != null)
                        .map(c -> c.before().buyerId())
                        .toList());
        return changes.stream()
                .map(c -> {
                    Long before = c.before() == null ? null : c.before().buyerId();
                    Long buyer =
                            matches.buyerOf(c.order().buyer(), before, c.order().createdAt());
                    return new Change(c.id(), c.order(), c.hash(), c.before(), buyer);
                })
                .toList();
    }

    private Map<String, StoredOrder> stored(long shopId, List<HashedOrder> orders) {
        Map<String, StoredOrder> stored = new HashMap<>();
        List<String> all =
                orders.stream().map(hashed -> hashed.order().orderNo()).toList();
        if (areAllBeyondStored(shopId, all)) {
            return stored;
        }
        for (List<String> numbers : InLists.of(all)) {
            sql.forEach(
                    "SELECT id, order_no, buyer_id, status, refund_amount, content_hash, source_at FROM shop_order"
                            + " WHERE shop_id = ? AND order_no IN (" + Sql.places(numbers.size()) + ")",
                    row -> stored.put(
                            row.textAt("order_no"),
                            new StoredOrder(
                                    row.longAt("id"),
                                    row.textAt("order_no"),
                                    row.nullableLongAt("buyer_id"),
                                    row.enumAt("status", OrderStatus.class),
                                    row.decimalAt("refund_amount"),
                                    row.bytesAt("content_hash"),
                                    row.instantAt("source_at"))),
                    InLists.params(numbers, shopId));
        }
        return stored;
    }

    /** Platforms number their orders upwards: for most batches of a new file one look tells that none is known. */
    private boolean areAllBeyondStored(long shopId, List<String> numbers) {
        // Only in ASCII do Java and the database's binary collation sort alike for sure.
        return numbers.stream().allMatch(number -> number.chars().allMatch(c -> c < 0x80))
                && sql.first(
                                "SELECT 1 AS one FROM shop_order WHERE shop_id = ? AND order_no BETWEEN ? AND ? LIMIT 1",
                                row -> row.intAt("one"),
                                shopId,
                                Collections.min(numbers),
                                Collections.max(numbers))
                        .isEmpty();
    }

    private BulkInsert.Prepared prepareNew(OrderBatch batch, List<Change> changes, Instant now) {
        BigDecimal minimum = lane.minimumOrderAmount(batch.shopId());
        return bulk.prepare(
                ORDERS,
                changes.stream()
                        .filter(change -> change.before() == null)
                        .map(change -> insert(batch, change, change.order().exclusion(minimum), now))
                        .toList());
    }

    private void update(OrderBatch batch, List<Change> changes, Instant now) {
        List<Change> known =
                changes.stream().filter(change -> change.before() != null).toList();
        BigDecimal minimum = lane.minimumOrderAmount(batch.shopId());
        sql.batch(
                UPDATE,
                known.stream()
                        .map(change -> update(batch, change, change.order().exclusion(minimum), now))
                        .toList());
        for (List<Long> some : InLists.of(known.stream().map(Change::id).toList())) {
            sql.update(
                    "DELETE FROM order_line WHERE shop_id = ? AND order_id IN (" + Sql.places(some.size()) + ")",
                    InLists.params(some, batch.shopId()));
        }
    }

    private static Object[] insert(OrderBatch batch, Change change, Exclusion exclusion, Instant now) {
        return row(
                List.of(batch.shopId(), change.id(), change.order().orderNo()),
                said(batch, change, exclusion),
                now,
                now);
    }

    private static Object[] update(OrderBatch batch, Change change, Exclusion exclusion, Instant now) {
        return row(List.of(), said(batch, change, exclusion), now, batch.shopId(), change.id());
    }

    private static Object[] row(List<?> before, List<?> said, Object... behind) {
        List<Object> values = new ArrayList<>(before);
        values.addAll(said);
        values.addAll(List.of(behind));
        return values.toArray();
    }

    /** The columns from buyer_id to import_id, for a new order as for a changed one. */
    private static List<Object> said(OrderBatch batch, Change change, Exclusion exclusion) {
        IncomingOrder o = change.order();
        return Arrays.asList(
                change.buyerId(),
                o.buyer().hasContact(),
                o.status(),
                o.createdAt(),
                o.paidAt(),
                o.day(batch.zone()),
                o.paid(),
                o.refund(),
                o.net(),
                exclusion == null,
                exclusion,
                change.hash(),
                batch.source(),
                o.sourceAt(),
                batch.importId());
    }

    private BulkInsert.Prepared prepareLines(long shopId, List<Change> changes) {
        List<Object[]> rows = new ArrayList<>();
        for (Change change : changes) {
            int lineNo = 0;
            for (IncomingLine line : change.order().lines()) {
                rows.add(new Object[] {
                    shopId, change.id(), ++lineNo, line.title(), line.sku(), line.quantity(), line.unitPrice()
                });
            }
        }
        return bulk.prepare(LINES, rows);
    }

    /** Whoever has the orders now, and whoever had them before. */
    private static Set<Long> affected(List<Change> changes) {
        Set<Long> affected = new LinkedHashSet<>();
        for (Change change : changes) {
            affected.add(change.buyerId());
            affected.add(change.before() == null ? null : change.before().buyerId());
        }
        affected.remove(null);
        return affected;
    }

    HashedOrder hashed(long shopId, IncomingOrder order) {
        return new HashedOrder(
                order, personalData.lookupHash(shopId, "ORDER", order.content()), buyers.print(shopId, order.buyer()));
    }
}

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
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes batches of orders set-based: new and changed ones, their lines, their buyers and the buyers' sums. */
@ApplicationScoped
class OrderWriter {
    private static final String UPSERT = "INSERT INTO shop_order (shop_id, id, order_no, buyer_id, status, created_at,"
            + " paid_at, day, paid_amount, refund_amount, net_amount, counted, exclusion, content_hash, source,"
            + " source_at, import_id, recorded_at, updated_at) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
            + " ON DUPLICATE KEY UPDATE buyer_id = VALUES(buyer_id), status = VALUES(status),"
            + " created_at = VALUES(created_at), paid_at = VALUES(paid_at), day = VALUES(day),"
            + " paid_amount = VALUES(paid_amount), refund_amount = VALUES(refund_amount),"
            + " net_amount = VALUES(net_amount), counted = VALUES(counted), exclusion = VALUES(exclusion),"
            + " content_hash = VALUES(content_hash), source = VALUES(source),"
            + " source_at = COALESCE(VALUES(source_at), source_at), import_id = VALUES(import_id),"
            + " updated_at = VALUES(updated_at), version = version + 1";

    private final Sql sql;
    private final BuyerRegistry buyers;
    private final BuyerMerges merges;
    private final BuyerSums sums;
    private final OrderLane lane;
    private final PersonalData personalData;
    private final Clock clock;

    OrderWriter(
            Sql sql,
            BuyerRegistry buyers,
            BuyerMerges merges,
            BuyerSums sums,
            OrderLane lane,
            PersonalData personalData,
            Clock clock) {
        this.merges = merges;
        this.sql = sql;
        this.lane = lane;
        this.buyers = buyers;
        this.sums = sums;
        this.personalData = personalData;
        this.clock = clock;
    }

    /** An order that is to be written. */
    private record Change(long id, IncomingOrder order, byte[] hash, StoredOrder before, Long buyerId) {}

    /** Writes what is new or changed. To be called in a transaction that holds the shop's lane. */
    BatchCounts write(OrderBatch batch) {
        long shopId = batch.terms().shopId();
        BuyerMatches matches = buyers.matches(shopId);
        Sorted sorted = sort(batch, matches);
        if (sorted.changes().isEmpty()) {
            return sorted.counts(0, 0);
        }
        Instant now = clock.instant();
        buyers.save(matches, now);
        store(batch, sorted.changes(), now);
        storeLines(shopId, sorted.changes());
        Set<Long> affected = affected(sorted.changes());
        affected.addAll(merges.make(shopId, matches.proofs(), now));
        sums.recompute(shopId, affected, now);
        int created = matches.newBuyers().size();
        return sorted.counts(created, sums.touch(shopId, affected, batch.passId()) - created);
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

    private record Sorted(List<Change> changes, int created, int unchanged, int stale) {
        BatchCounts counts(int buyersCreated, int buyersUpdated) {
            return new BatchCounts(created, changes.size() - created, unchanged, stale, buyersCreated, buyersUpdated);
        }
    }

    private Sorted sort(OrderBatch batch, BuyerMatches matches) {
        long shopId = batch.terms().shopId();
        Map<String, StoredOrder> stored = stored(shopId, batch.orders());
        List<Change> changes = new ArrayList<>();
        int created = 0;
        int unchanged = 0;
        int stale = 0;
        for (IncomingOrder order : batch.orders()) {
            StoredOrder before = stored.get(order.orderNo());
            byte[] hash = contentHash(shopId, order);
            if (before == null) {
                created++;
                changes.add(new Change(Id.nextValue(), order, hash, null, null));
            } else if (Arrays.equals(before.contentHash(), hash)) {
                unchanged++;
            } else if (before.isNewerThan(order)) {
                stale++;
            } else {
                changes.add(new Change(before.id(), order, hash, before, null));
            }
        }
        return new Sorted(withBuyers(changes, matches), created, unchanged, stale);
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

    private Map<String, StoredOrder> stored(long shopId, List<IncomingOrder> orders) {
        Map<String, StoredOrder> stored = new HashMap<>();
        for (List<String> numbers :
                InLists.of(orders.stream().map(IncomingOrder::orderNo).toList())) {
            sql.forEach(
                    "SELECT id, order_no, buyer_id, status, content_hash, source_at FROM shop_order"
                            + " WHERE shop_id = ? AND order_no IN (" + Sql.places(numbers.size()) + ")",
                    row -> stored.put(
                            row.textAt("order_no"),
                            new StoredOrder(
                                    row.longAt("id"),
                                    row.textAt("order_no"),
                                    row.nullableLongAt("buyer_id"),
                                    row.enumAt("status", OrderStatus.class),
                                    row.bytesAt("content_hash"),
                                    row.instantAt("source_at"))),
                    InLists.params(numbers, shopId));
        }
        return stored;
    }

    private void store(OrderBatch batch, List<Change> changes, Instant now) {
        OrderBatch.Terms terms = batch.terms();
        BigDecimal minimum = lane.minimumOrderAmount(terms.shopId());
        List<Object[]> rows = new ArrayList<>(changes.size());
        for (Change change : changes) {
            IncomingOrder o = change.order();
            Exclusion exclusion = Exclusion.of(o.status(), o.paid(), o.refund(), minimum);
            rows.add(new Object[] {
                terms.shopId(),
                change.id(),
                o.orderNo(),
                change.buyerId(),
                o.status(),
                o.createdAt(),
                o.paidAt(),
                o.day(terms.zone()),
                o.paid(),
                o.refund(),
                o.net(),
                exclusion == null,
                exclusion,
                change.hash(),
                batch.source(),
                o.sourceAt(),
                batch.importId(),
                now,
                now
            });
        }
        sql.batch(UPSERT, rows);
    }

    private void storeLines(long shopId, List<Change> changes) {
        List<Long> replaced = changes.stream()
                .filter(change -> change.before() != null)
                .map(Change::id)
                .toList();
        for (List<Long> some : InLists.of(replaced)) {
            sql.update(
                    "DELETE FROM order_line WHERE shop_id = ? AND order_id IN (" + Sql.places(some.size()) + ")",
                    InLists.params(some, shopId));
        }
        List<Object[]> rows = new ArrayList<>();
        for (Change change : changes) {
            int lineNo = 0;
            for (IncomingLine line : change.order().lines()) {
                rows.add(new Object[] {
                    shopId, change.id(), ++lineNo, line.title(), line.sku(), line.quantity(), line.unitPrice()
                });
            }
        }
        sql.batch(
                "INSERT INTO order_line (shop_id, order_id, line_no, title, sku, quantity, unit_price)"
                        + " VALUES (?,?,?,?,?,?,?)",
                rows);
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

    private byte[] contentHash(long shopId, IncomingOrder order) {
        return personalData.lookupHash(shopId, "ORDER", order.content());
    }
}

package io.siyu.order.write;

import com.carrotsearch.hppc.LongHashSet;
import io.siyu.buyer.match.BuyerDetails;
import io.siyu.buyer.match.BuyerLookUp;
import io.siyu.buyer.match.BuyerMatches;
import io.siyu.buyer.person.BuyerRegistry;
import io.siyu.order.OrderStatus;
import io.siyu.order.incoming.HashedOrder;
import io.siyu.order.incoming.IncomingLine;
import io.siyu.order.incoming.IncomingOrder;
import io.siyu.order.incoming.OrderHashing;
import io.siyu.platform.ids.Id;
import io.siyu.platform.privacy.FieldEncryption;
import io.siyu.platform.sql.BulkInsert;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.text.Ascii;

import jakarta.enterprise.context.ApplicationScoped;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Finds out what a batch of orders changes: which are new or say something else than before, and whose they are. */
@ApplicationScoped
public class OrderPlanner {
    static final BulkInsert.Table ORDERS = BulkInsert.Table.of(
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
            "refund_unknown",
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
            "order_line",
            "shop_id",
            "order_id",
            "line_no",
            "title",
            "sku",
            "quantity",
            "unit_price",
            "ordered_quantity");
    private final Sql sql;
    private final BulkInsert bulk;
    private final BuyerLookUp lookUp;
    private final BuyerRegistry buyers;
    private final OrderFacts facts;
    private final OrderNumbering numbering;
    private final ShopWriteLock writeLock;
    private final FieldEncryption encryption;
    private final Clock clock;

    OrderPlanner(
            Sql sql,
            BulkInsert bulk,
            BuyerLookUp lookUp,
            BuyerRegistry buyers,
            OrderFacts facts,
            OrderNumbering numbering,
            ShopWriteLock writeLock,
            FieldEncryption encryption,
            Clock clock) {
        this.sql = sql;
        this.bulk = bulk;
        this.lookUp = lookUp;
        this.buyers = buyers;
        this.facts = facts;
        this.numbering = numbering;
        this.writeLock = writeLock;
        this.encryption = encryption;
        this.clock = clock;
    }

    public OrderHashing hashing(long shopId) {
        return new OrderHashing(shopId, encryption, lookUp);
    }

    /** To be called in the transaction that writes the plan, which holds the shop's write lock. */
    public OrderPlan plan(OrderBatch batch) {
        BuyerMatches matches = lookUp.matches(batch.shopId(), batch.session().recent());
        OrderPlan.Verdicts verdicts = completed(batch.shopId(), judge(batch, matches));
        return prepared(batch, matches, withBuyers(batch, verdicts, matches));
    }

    /**
     * The plan before the batch's transaction begins, while earlier batches of the import session may still be on their
     * way into the database. It holds if nobody else writes the shop's orders until then.
     *
     * @return nothing if the plan depends on what those batches are changing
     */
    public Optional<OrderPlan> planAhead(OrderBatch batch) {
        BuyerMatches matches = lookUp.matches(batch.shopId(), batch.session().recent());
        OrderPlan.Verdicts verdicts = judge(batch, matches);
        if (!verdicts.onlyAdd() || batch.session().recent().areMergesComing()) {
            return Optional.empty();
        }
        OrderPlan.Verdicts complete = withBuyers(batch, verdicts, matches);
        // Merges rewrite keys in the database, of which only the next look-up there knows.
        return matches.proofs().isEmpty() ? Optional.of(prepared(batch, matches, complete)) : Optional.empty();
    }

    /**
     * Counts what writing would do.
     *
     * @param matches carries buyers that earlier batches would have made
     * @param touched carries which buyers earlier batches would have changed
     */
    public BatchCounts rehearse(OrderBatch batch, BuyerMatches matches, LongHashSet touched) {
        OrderPlan.Verdicts verdicts = withBuyers(batch, judge(batch, matches), matches);
        int created = matches.newBuyers().size();
        int touchedBefore = touched.size();
        verdicts.affected().forEach(touched::add);
        matches.proofs().forEach(proof -> {
            touched.add(proof.keptId());
            touched.add(proof.goneId());
        });
        matches.forgetDetails();
        return verdicts.counts(created, touched.size() - touchedBefore - created);
    }

    private OrderPlan.Verdicts judge(OrderBatch batch, BuyerMatches matches) {
        long shopId = batch.shopId();
        List<HashedOrder> orders = numbering.numbered(batch);
        Map<String, StoredOrder> stored = stored(shopId, orders);
        List<OrderChange> changes = new ArrayList<>();
        List<Object[]> confirmations = new ArrayList<>();
        List<LatePayment> payments = new ArrayList<>();
        int created = 0;
        int unchanged = 0;
        int stale = batch.orders().size() - orders.size();
        for (HashedOrder hashed : orders) {
            IncomingOrder order = hashed.order();
            matches.recall(order.buyer(), hashed.buyer());
            StoredOrder before = stored.get(order.orderNo());
            if (before == null) {
                created++;
                changes.add(OrderChange.of(Id.nextValue(), hashed, null));
            } else if (before.isRepeatedBy(hashed)) {
                unchanged++;
                if (before.isConfirmedBy(order)) {
                    confirmations.add(new Object[] {shopId, before.id(), order.sourceAt()});
                }
            } else if (before.isNewerThan(order)) {
                stale++;
                if (before.learnsPaymentFrom(order)) {
                    payments.add(new LatePayment(before.id(), before.buyerId(), order.paidAt()));
                }
            } else {
                changes.add(OrderChange.of(before.id(), hashed, before));
            }
        }
        return calledOff(shopId, new OrderPlan.Verdicts(changes, created, unchanged, stale, confirmations, payments));
    }

    private OrderPlan.Verdicts calledOff(long shopId, OrderPlan.Verdicts verdicts) {
        List<IncomingOrder> said =
                verdicts.changes().stream().map(OrderChange::order).toList();
        List<IncomingOrder> holds = facts.calledOff(shopId, said);
        if (holds.equals(said)) {
            return verdicts;
        }
        Iterator<IncomingOrder> orders = holds.iterator();
        return verdicts.with(verdicts.changes().stream()
                .map(change -> change.withOrder(orders.next()))
                .toList());
    }

    /** A newer source need not know all that an older one told: what holds for good stays with the order. */
    private OrderPlan.Verdicts completed(long shopId, OrderPlan.Verdicts verdicts) {
        List<IncomingOrder> said = verdicts.changes().stream()
                .filter(change -> !change.isNew())
                .map(OrderChange::order)
                .toList();
        if (said.isEmpty()) {
            return verdicts;
        }
        Iterator<IncomingOrder> completed = facts.completed(shopId, said).iterator();
        return verdicts.with(verdicts.changes().stream()
                .map(c -> c.isNew() ? c : c.withOrder(c.before().passPaymentOn(completed.next())))
                .toList());
    }

    private OrderPlan.Verdicts withBuyers(OrderBatch batch, OrderPlan.Verdicts verdicts, BuyerMatches matches) {
        List<OrderChange> changes = verdicts.changes();
        if (changes.isEmpty()) {
            return verdicts;
        }
        lookUp.lookUp(
                matches,
                details(changes),
                changes.stream()
                        .map(OrderChange::buyerBefore)
                        .filter(Objects::nonNull)
                        .toList(),
                batch.received());
        return verdicts.with(changes.stream()
                .map(c -> c.withBuyer(matches.buyerOf(
                        c.order().buyer(), c.buyerBefore(), c.order().createdAt())))
                .toList());
    }

    private static List<BuyerDetails> details(List<OrderChange> changes) {
        return changes.stream().map(change -> change.order().buyer()).toList();
    }

    private OrderPlan prepared(OrderBatch batch, BuyerMatches matches, OrderPlan.Verdicts verdicts) {
        Instant now = clock.instant();
        BigDecimal minimum = writeLock.minimumOrderAmount(batch.shopId());
        List<OrderChange> fresh =
                verdicts.changes().stream().filter(OrderChange::isNew).toList();
        BulkInsert.Prepared orders = bulk.prepare(
                ORDERS,
                fresh.stream()
                        .map(change -> change.insertion(batch, change.order().exclusion(minimum), now))
                        .toList());
        BulkInsert.Prepared lines = lines(batch.shopId(), verdicts.changes());
        List<Long> unmarked = batch.session().unmarked(verdicts.affected());
        return new OrderPlan(
                batch, verdicts, matches, buyers.prepare(matches, now), orders, lines, unmarked, minimum, now);
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
                    "SELECT id, order_no, buyer_id, status, paid_at, refund_amount, refund_unknown, content_hash, source_at"
                            + " FROM shop_order"
                            + " WHERE shop_id = ? AND order_no IN (" + Sql.places(numbers.size()) + ")",
                    row -> stored.put(
                            row.textAt("order_no"),
                            new StoredOrder(
                                    row.longAt("id"),
                                    row.textAt("order_no"),
                                    row.nullableLongAt("buyer_id"),
                                    row.enumAt("status", OrderStatus.class),
                                    row.instantAt("paid_at"),
                                    row.decimalAt("refund_amount"),
                                    row.booleanAt("refund_unknown"),
                                    row.bytesAt("content_hash"),
                                    row.instantAt("source_at"))),
                    InLists.params(numbers, shopId));
        }
        return stored;
    }

    /** Platforms number their orders upwards: for most batches of a new file one look tells that none is known. */
    private boolean areAllBeyondStored(long shopId, List<String> numbers) {
        // Only in ASCII do Java and the database's binary collation sort alike for sure.
        return !numbers.isEmpty()
                && numbers.stream().allMatch(Ascii::isAll)
                && sql.first(
                                "SELECT 1 AS one FROM shop_order WHERE shop_id = ? AND order_no BETWEEN ? AND ? LIMIT 1",
                                row -> row.intAt("one"),
                                shopId,
                                Collections.min(numbers),
                                Collections.max(numbers))
                        .isEmpty();
    }

    private BulkInsert.Prepared lines(long shopId, List<OrderChange> changes) {
        List<Object[]> rows = new ArrayList<>();
        for (OrderChange change : changes) {
            int lineNo = 0;
            for (IncomingLine line : change.order().lines()) {
                rows.add(new Object[] {
                    shopId,
                    change.id(),
                    ++lineNo,
                    line.title(),
                    line.sku(),
                    line.quantity(),
                    line.unitPrice(),
                    line.orderedQuantity()
                });
            }
        }
        return bulk.prepare(LINES, rows);
    }
}

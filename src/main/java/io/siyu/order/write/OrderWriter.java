package io.siyu.order.write;

import io.siyu.buyer.person.BuyerRegistry;
import io.siyu.order.figures.UnattributedOrders;
import io.siyu.order.incoming.HashedOrder;
import io.siyu.order.owner.BuyerMerges;
import io.siyu.order.owner.OrderBindings;
import io.siyu.platform.sql.BulkInsert;
import io.siyu.platform.sql.BulkUpdate;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Collection;
import java.util.List;

/** Writes what was planned of a batch of orders set-based: new and changed ones, their lines and their buyers. */
@ApplicationScoped
public class OrderWriter {
    private static final String UPDATE =
            "UPDATE shop_order SET buyer_id = ?, says_contact = (says_contact OR ?), status = ?, created_at = ?, paid_at = ?,"
                    + " day = ?, paid_amount = ?, refund_amount = ?, refund_unknown = ?, net_amount = ?, counted = ?, exclusion = ?,"
                    + " content_hash = ?, source = ?, source_at = COALESCE(?, source_at), import_id = ?, updated_at = ?,"
                    + " version = version + 1 WHERE shop_id = ? AND id = ?";

    private static final BulkUpdate.Change CONFIRM = new BulkUpdate.Change(
            "shop_order", List.of("shop_id", "id"), List.of(BulkUpdate.Column.taken("source_at")));

    private static final String PAY =
            "UPDATE shop_order SET paid_at = ?, day = ?, updated_at = ?, version = version + 1"
                    + " WHERE shop_id = ? AND id = ?";

    private final Sql sql;
    private final BulkInsert bulk;
    private final BulkUpdate updates;
    private final BuyerRegistry buyers;
    private final BuyerMerges merges;
    private final BuyerSums sums;
    private final UnattributedOrders unattributed;
    private final OrderBindings bindings;
    private final OrderFacts facts;

    OrderWriter(
            Sql sql,
            BulkInsert bulk,
            BulkUpdate updates,
            BuyerRegistry buyers,
            BuyerMerges merges,
            BuyerSums sums,
            UnattributedOrders unattributed,
            OrderBindings bindings,
            OrderFacts facts) {
        this.bindings = bindings;
        this.merges = merges;
        this.sql = sql;
        this.bulk = bulk;
        this.updates = updates;
        this.buyers = buyers;
        this.sums = sums;
        this.unattributed = unattributed;
        this.facts = facts;
    }

    /**
     * Writes what is new or changed, and marks the buyers whose totals the batch's import session has to update. To be
     * called in a transaction that holds the shop's write lock.
     *
     * @param awaitEarlier returns when earlier batches of the session are committed; called before rows are written
     *     that several batches write
     */
    public BatchCounts write(OrderPlan plan, Runnable awaitEarlier) {
        // So that a word between the two, when it comes, is known to be the older one.
        updates.update(CONFIRM, plan.verdicts().confirmations());
        if (!plan.changesNothing()) {
            long shopId = plan.batch().shopId();
            buyers.insert(plan.buyers());
            bulk.insert(plan.orders());
            UnattributedOrders.Tally tally = unattributed
                    .tally(shopId)
                    .forget(plan.changesOfKnown().stream()
                            .filter(change -> change.buyerBefore() == null)
                            .map(OrderChange::id)
                            .toList());
            update(plan);
            bulk.insert(plan.lines());
            tally.count(plan.verdicts().changes().stream()
                    .filter(change -> change.buyerId() == null)
                    .map(OrderChange::id)
                    .toList());
            mark(plan, plan.unmarked());
            awaitEarlier.run();
            buyers.update(plan.buyers());
            mark(plan, merges.make(shopId, plan.matches().proofs(), plan.now()));
            buyers.applyOptOuts(plan.buyers());
            tally.write();
        }
        identify(plan.batch(), awaitEarlier);
        return plan.counts();
    }

    /** Whoever gave an order to a buyer by hand did so because its source did not say who bought. */
    private void endBindings(OrderPlan plan, List<OrderChange> known) {
        List<Long> told = known.stream()
                .filter(change -> change.order().buyer().isKnown())
                .map(OrderChange::id)
                .toList();
        bindings.end(plan.batch().shopId(), told, plan.now());
    }

    private void identify(OrderBatch batch, Runnable awaitEarlier) {
        awaitEarlier.run();
        facts.identify(
                batch.shopId(),
                batch.zone(),
                batch.source(),
                batch.orders().stream().map(HashedOrder::order).toList());
    }

    private void mark(OrderPlan plan, Collection<Long> affected) {
        sums.mark(plan.batch().session(), affected, plan.matches().newBuyers());
    }

    private void update(OrderPlan plan) {
        OrderBatch batch = plan.batch();
        List<OrderChange> known = plan.changesOfKnown();
        endBindings(plan, known);
        sql.batch(
                UPDATE,
                known.stream()
                        .map(change -> change.update(batch, change.order().exclusion(plan.minimum()), plan.now()))
                        .toList());
        sql.batch(
                PAY,
                plan.verdicts().payments().stream()
                        .map(payment -> payment.update(batch, plan.now()))
                        .toList());
        // Who tells no articles, as many exports do not, says nothing of those that are known.
        List<Long> told = known.stream()
                .filter(change -> !change.order().lines().isEmpty())
                .map(OrderChange::id)
                .toList();
        for (List<Long> some : InLists.of(told)) {
            sql.update(
                    "DELETE FROM order_line WHERE shop_id = ? AND order_id IN (" + Sql.places(some.size()) + ")",
                    InLists.params(some, batch.shopId()));
        }
    }
}

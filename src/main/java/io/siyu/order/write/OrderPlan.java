package io.siyu.order.write;

import io.siyu.buyer.match.BuyerMatches;
import io.siyu.buyer.person.BuyerRegistry;
import io.siyu.platform.sql.BulkInsert;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What writing a batch of orders comes to.
 *
 * @param verdicts what was found of each order
 * @param unmarked buyers whom the import session has still to mark, for their totals to be updated
 * @param minimum the least net amount that counts
 * @param now when it was planned, which is written as the time of the change
 */
public record OrderPlan(
        OrderBatch batch,
        Verdicts verdicts,
        BuyerMatches matches,
        BuyerRegistry.Prepared buyers,
        BulkInsert.Prepared orders,
        BulkInsert.Prepared lines,
        List<Long> unmarked,
        BigDecimal minimum,
        Instant now) {

    /**
     * @param changes orders to be written
     * @param created how many of them are new
     * @param confirmations the times as of which sources repeated what is known
     * @param payments what stale orders tell of stored ones for the first time
     */
    record Verdicts(
            List<OrderChange> changes,
            int created,
            int unchanged,
            int stale,
            List<Object[]> confirmations,
            List<LatePayment> payments) {
        Verdicts with(List<OrderChange> others) {
            return new Verdicts(others, created, unchanged, stale, confirmations, payments);
        }

        /** Whether no order that is stored is changed. */
        boolean onlyAdd() {
            return payments.isEmpty() && changes.stream().allMatch(OrderChange::isNew);
        }

        /** Whoever has the orders now, and whoever had them before. */
        Set<Long> affected() {
            Set<Long> affected = new LinkedHashSet<>();
            for (OrderChange change : changes) {
                affected.add(change.buyerId());
                affected.add(change.buyerBefore());
            }
            payments.forEach(payment -> affected.add(payment.buyerId()));
            affected.remove(null);
            return affected;
        }

        BatchCounts counts(int buyersCreated, int buyersUpdated) {
            return new BatchCounts(created, changes.size() - created, unchanged, stale, buyersCreated, buyersUpdated);
        }
    }

    boolean changesNothing() {
        return verdicts.changes().isEmpty() && verdicts.payments().isEmpty();
    }

    List<OrderChange> changesOfKnown() {
        return verdicts.changes().stream().filter(change -> !change.isNew()).toList();
    }

    BatchCounts counts() {
        return verdicts.counts(matches.newBuyers().size(), 0);
    }
}

package io.siyu.order.write;

import io.siyu.order.figures.BuyerTotalsUpdater;
import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Keeps the buyers' purchase days and sums, and the shop's figures, in step with the orders. An import session first
 * marks the buyers whose orders it changed and then updates their totals, some at a time: each is worked out once, from
 * the orders, however many of its orders the session brought.
 */
@ApplicationScoped
public class BuyerSums {
    private static final int BUYERS_A_PAGE = 5000;
    private static final Sql.Insertion MARK = new Sql.Insertion(
            "INSERT INTO buyer_totals_due (shop_id, session_id, buyer_id, is_new)",
            "ON DUPLICATE KEY UPDATE is_new = is_new");

    private final Sql sql;
    private final BuyerTotalsUpdater updater;

    BuyerSums(Sql sql, BuyerTotalsUpdater updater) {
        this.sql = sql;
        this.updater = updater;
    }

    /**
     * Brings everything that is summed up of these buyers in step with their orders. To be called in a transaction that
     * holds the shop's write lock.
     */
    public void recompute(long shopId, Collection<Long> buyers, Instant now) {
        ImportSession session = new ImportSession(shopId, Id.nextValue());
        mark(session, buyers, List.of());
        update(session, now);
    }

    /**
     * Notes that an import session has changed orders of these buyers.
     *
     * @param newOnes those whom the session has brought
     */
    void mark(ImportSession session, Collection<Long> buyers, Collection<Long> newOnes) {
        Set<Long> isNew = Set.copyOf(newOnes);
        sql.insert(
                MARK,
                buyers.stream()
                        .map(buyer -> new Object[] {session.shopId(), session.id(), buyer, isNew.contains(buyer)})
                        .toList());
    }

    /** @return how many buyers the session changed whom it did not bring */
    int update(ImportSession session, Instant now) {
        int updated = 0;
        for (long after : pages(session)) {
            updated += updatePage(session, after, now, () -> {});
        }
        return updated;
    }

    /** Behind which ids the pages begin that are still to be updated. */
    public List<Long> pages(ImportSession session) {
        List<Long> starts = new ArrayList<>();
        long[] marked = {0, 0};
        sql.forEach(
                "SELECT buyer_id FROM buyer_totals_due WHERE shop_id = ? AND session_id = ? ORDER BY buyer_id",
                row -> {
                    if (marked[0]++ % BUYERS_A_PAGE == 0) {
                        starts.add(marked[1]);
                    }
                    marked[1] = row.longAt("buyer_id");
                },
                session.shopId(),
                session.id());
        return starts;
    }

    /**
     * Updates the buyers of a page, in one transaction that holds the shop's write lock.
     *
     * @param awaitEarlier returns when earlier pages are committed; called before rows are written that several pages write
     * @return how many of the buyers had been known before the session
     */
    public int updatePage(ImportSession session, long after, Instant now, Runnable awaitEarlier) {
        return updater.update(
                        new BuyerTotalsUpdater.Page(session.shopId(), session.id(), after, BUYERS_A_PAGE),
                        now,
                        awaitEarlier)
                .known();
    }
}

package io.siyu.follower;

import io.siyu.order.figures.FollowingBuyers;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Keeps what is counted of followers in step with them: the numbers of their lists, and the figures of the purchases of
 * those who were added. Whoever makes, moves or removes followers does it in here.
 */
@ApplicationScoped
public class FollowerChanges {
    private final Sql sql;
    private final FollowerCounts counts;
    private final FollowingBuyers buyers;

    FollowerChanges(Sql sql, FollowerCounts counts, FollowingBuyers buyers) {
        this.sql = sql;
        this.counts = counts;
        this.buyers = buyers;
    }

    /**
     * Makes a change of the followers of some buyers, in the running transaction. The buyers' rows are locked first, as by
     * all who work on a buyer and then on the follower.
     *
     * @param change must have reached the database when it returns
     */
    public void around(long shopId, Collection<Long> buyerIds, Runnable change) {
        List<SqlFragment> which = new ArrayList<>();
        for (List<Long> some : InLists.of(buyerIds.stream().sorted().distinct().toList())) {
            String in = " IN (" + Sql.places(some.size()) + ")";
            sql.list(
                    "SELECT id FROM buyer FORCE INDEX (PRIMARY) WHERE shop_id = ? AND id" + in
                            + " ORDER BY id FOR UPDATE",
                    row -> row.longAt("id"),
                    InLists.params(some, shopId));
            which.add(SqlFragment.of("f.buyer_id" + in, some.toArray()));
        }
        counts.around(shopId, which, change);
        align(shopId, buyerIds);
    }

    /** Brings only the figures in step, after the statuses of these buyers' followers have been written. */
    private void align(long shopId, Collection<Long> buyerIds) {
        List<Long> come = new ArrayList<>();
        List<Long> gone = new ArrayList<>();
        for (List<Long> some : InLists.of(buyerIds)) {
            sql.forEach(
                    "SELECT b.id, b.follows FROM buyer b"
                            + " LEFT JOIN follower f ON f.shop_id = b.shop_id AND f.buyer_id = b.id AND f.status = 'ADDED'"
                            + " WHERE b.shop_id = ? AND b.id IN (" + Sql.places(some.size()) + ")"
                            + " AND b.follows <> (f.id IS NOT NULL)",
                    row -> (row.booleanAt("follows") ? gone : come).add(row.longAt("id")),
                    InLists.params(some, shopId));
        }
        buyers.set(shopId, come, true);
        buyers.set(shopId, gone, false);
    }
}

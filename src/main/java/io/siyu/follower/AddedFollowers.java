package io.siyu.follower;

import io.siyu.order.figures.FollowingBuyers;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Keeps the figures of the shop's followers in step with who is one: whoever changes a follower's status tells. */
@ApplicationScoped
public class AddedFollowers {
    private final Sql sql;
    private final FollowingBuyers buyers;

    AddedFollowers(Sql sql, FollowingBuyers buyers) {
        this.sql = sql;
        this.buyers = buyers;
    }

    /** Before the follower's new status is written: whoever works on a buyer takes its row before the follower's. */
    void become(long shopId, long buyerId, FollowerStatus next) {
        buyers.set(shopId, List.of(buyerId), next == FollowerStatus.ADDED);
    }

    /** After the statuses of these buyers' followers have been written, or the followers made or removed. */
    public void align(long shopId, Collection<Long> buyerIds) {
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

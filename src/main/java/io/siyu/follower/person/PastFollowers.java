package io.siyu.follower.person;

import io.quarkus.arc.profile.IfBuildProfile;
import io.siyu.follower.FollowerChanges;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.List;

/** Followers as of a shop that has been at it for a while, for a shop to look at. Not in the packaged application. */
@IfBuildProfile(anyOf = {"dev", "test"})
@ApplicationScoped
public class PastFollowers {
    private final Sql sql;
    private final FollowerChanges changes;

    PastFollowers(Sql sql, FollowerChanges changes) {
        this.sql = sql;
        this.changes = changes;
    }

    /**
     * Has each of some accounts have added its part of the candidates, days after their first orders. In a transaction.
     *
     * @param oneOf of this many candidates an account has added one
     */
    public void add(long shopId, List<Long> accountIds, int oneOf, Instant now) {
        List<Long> buyers =
                sql.list("SELECT buyer_id FROM follower WHERE shop_id = ?", row -> row.longAt("buyer_id"), shopId);
        changes.around(shopId, buyers, () -> {
            for (int i = 0; i < accountIds.size(); i++) {
                sql.update(
                        "UPDATE follower f JOIN buyer b ON b.shop_id = f.shop_id AND b.id = f.buyer_id"
                                + " SET f.status = 'ADDED', f.account_id = ?, f.assigned_day = b.first_order_day,"
                                + " f.invited_at = LEAST(?, TIMESTAMPADD(DAY, 1 + b.id % 5, b.first_order_day)),"
                                + " f.added_at = LEAST(?, TIMESTAMPADD(DAY, 2 + b.id % 9, b.first_order_day)),"
                                + " f.updated_at = ?, f.version = f.version + 1"
                                + " WHERE f.shop_id = ? AND f.status = 'CANDIDATE' AND f.id % ? = ?",
                        accountIds.get(i), now, now, now, shopId, oneOf, i);
            }
        });
    }
}

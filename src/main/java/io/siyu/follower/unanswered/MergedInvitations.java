package io.siyu.follower.unanswered;

import io.siyu.buyer.merge.BuyerMergeUndone;
import io.siyu.follower.person.FollowersMerged;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Invitations of who turned out to be another one count for that one, and for each its own again when that is undone. */
@ApplicationScoped
class MergedInvitations {
    private final Sql sql;

    MergedInvitations(Sql sql) {
        this.sql = sql;
    }

    void merged(@Observes FollowersMerged event) {
        event.pairs()
                .forEach(pair -> sql.update(
                        "UPDATE follower_invitation SET follower_id = ? WHERE shop_id = ? AND follower_id = ?",
                        pair.keptFollowerId(),
                        event.shopId(),
                        pair.goneFollowerId()));
    }

    /** A follower has the id of its buyer. */
    void undone(@Observes BuyerMergeUndone event) {
        sql.update(
                "UPDATE follower_invitation SET follower_id = first_follower_id WHERE shop_id = ? AND follower_id = ?"
                        + " AND first_follower_id = ?",
                event.shopId(),
                event.keptId(),
                event.goneId());
    }
}

package io.siyu.follower.person;

import io.siyu.follower.FollowerCounts;
import io.siyu.platform.sql.IdPage;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.tier.run.TiersRecalculated;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Makes a candidate of every new buyer and keeps followers in the tiers of their buyers. */
@ApplicationScoped
class FollowersOfBuyers {
    /** Each of the rows is there. In this form nothing is locked but followers. */
    private static final String COPY = "INSERT INTO follower"
            + " (shop_id, id, version, buyer_id, status, tier, created_at, updated_at)"
            + " SELECT f.shop_id, f.id, f.version, f.buyer_id, f.status, b.tier, f.created_at, f.updated_at"
            + " FROM buyer b JOIN follower f ON f.shop_id = b.shop_id AND f.buyer_id = b.id"
            + " WHERE b.shop_id = ? AND f.tier <> b.tier AND ";

    private static final String COPIED = " ON DUPLICATE KEY UPDATE tier = VALUES(tier)";

    private final Sql sql;
    private final FollowerCounts counts;
    private final Candidates candidates;

    FollowersOfBuyers(Sql sql, FollowerCounts counts, Candidates candidates) {
        this.sql = sql;
        this.counts = counts;
        this.candidates = candidates;
    }

    void onTiersRecalculated(@Observes TiersRecalculated recalculated) {
        long shopId = recalculated.shopId();
        counts.around(shopId, recalculated.buyers().conditions("f.buyer_id"), () -> {
            // Where all are new, as in a shop's first import, none is left to be brought in step.
            if (candidates.make(shopId, recalculated.buyers())
                    < recalculated.buyerIds().size()) {
                copy(shopId, recalculated.buyers());
            }
        });
    }

    private void copy(long shopId, IdPage buyers) {
        for (SqlFragment which : buyers.conditions("b.id")) {
            sql.update(SqlFragment.of(COPY, shopId).add(which).add(COPIED));
        }
    }
}

package io.siyu.follower;

import io.siyu.order.figures.LastDaysChanged;
import io.siyu.platform.sql.Fragment;
import io.siyu.platform.sql.IdPage;
import io.siyu.platform.sql.Sql;
import io.siyu.tier.BuyersRetiered;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Makes a candidate of every new buyer and keeps in followers what they copy from their buyers. */
@ApplicationScoped
class FollowersOfBuyers {
    /** Each of the rows is there. In this form nothing is locked but followers. */
    private static final String COPY = "INSERT INTO follower"
            + " (shop_id, id, version, buyer_id, status, tier, last_day, created_at, updated_at)"
            + " SELECT f.shop_id, f.id, f.version, f.buyer_id, f.status, b.tier, b.last_day, f.created_at, f.updated_at"
            + " FROM buyer b JOIN follower f ON f.shop_id = b.shop_id AND f.buyer_id = b.id"
            + " WHERE b.shop_id = ? AND ";

    private static final String LAST_DAY_DIFFERS = "NOT (f.last_day <=> b.last_day)";
    private static final String ANY_DIFFERS = "(f.tier <> b.tier OR " + LAST_DAY_DIFFERS + ")";
    private static final String BOTH_COPIED =
            " ON DUPLICATE KEY UPDATE last_day = VALUES(last_day), tier = VALUES(tier)";

    /** It locks the buyers too, whom whoever changed their last days has locked already, and is faster. */
    private static final String COPY_LAST_DAY =
            "UPDATE buyer b JOIN follower f ON f.shop_id = b.shop_id AND f.buyer_id = b.id SET f.last_day = b.last_day"
                    + " WHERE b.shop_id = ? AND " + LAST_DAY_DIFFERS + " AND ";

    private final Sql sql;
    private final FollowerCounts counts;
    private final Candidates candidates;

    FollowersOfBuyers(Sql sql, FollowerCounts counts, Candidates candidates) {
        this.sql = sql;
        this.counts = counts;
        this.candidates = candidates;
    }

    void onLastDaysChanged(@Observes LastDaysChanged changed) {
        // The tier is counted, and changes with the verdict.
        for (Fragment which : IdPage.ofRowsAlone(changed.buyerIds()).conditions("b.id")) {
            sql.update(Fragment.of(COPY_LAST_DAY, changed.shopId()).add(which));
        }
    }

    void onBuyersRetiered(@Observes BuyersRetiered retiered) {
        long shopId = retiered.shopId();
        counts.around(shopId, retiered.buyers().conditions("f.buyer_id"), () -> {
            // Where all are new, as in a shop's first import, none is left to be brought in step.
            if (candidates.make(shopId, retiered.buyers()) < retiered.buyerIds().size()) {
                copy(shopId, retiered.buyers());
            }
        });
    }

    /** Also the last day: somebody new who proved to be one with a follower has that one's. */
    private void copy(long shopId, IdPage buyers) {
        for (Fragment which : buyers.conditions("b.id")) {
            sql.update(
                    Fragment.of(COPY + ANY_DIFFERS + " AND ", shopId).add(which).add(BOTH_COPIED));
        }
    }
}

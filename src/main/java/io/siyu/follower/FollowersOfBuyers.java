package io.siyu.follower;

import io.siyu.platform.sql.Fragment;
import io.siyu.platform.sql.Sql;
import io.siyu.tier.BuyersRetiered;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes a candidate of every new buyer and keeps in followers what they copy from their buyers. */
@ApplicationScoped
class FollowersOfBuyers {
    private static final String INSERT = "INSERT INTO follower"
            + " (shop_id, id, version, buyer_id, status, tier, last_day, created_at, updated_at)"
            + " SELECT b.shop_id, b.id, 0, b.id, IF(b.opted_out, 'OPTED_OUT', 'CANDIDATE'), b.tier, b.last_day,"
            + " ?, ? FROM buyer b LEFT JOIN follower f ON f.shop_id = b.shop_id AND f.buyer_id = b.id"
            + " WHERE b.shop_id = ? AND b.tier_since IS NOT NULL AND f.id IS NULL"
            + " AND b.merged_into IS NULL AND b.erased_at IS NULL AND ";
    /** Each of the rows is there. In this form nothing is locked but followers. */
    private static final String UPDATE = "INSERT INTO follower"
            + " (shop_id, id, version, buyer_id, status, tier, last_day, created_at, updated_at)"
            + " SELECT f.shop_id, f.id, f.version, f.buyer_id, IF(b.opted_out, 'OPTED_OUT', f.status), b.tier, b.last_day,"
            + " f.created_at, f.updated_at FROM buyer b JOIN follower f ON f.shop_id = b.shop_id AND f.buyer_id = b.id"
            + " WHERE b.shop_id = ? AND (f.tier <> b.tier"
            + " OR NOT (f.last_day <=> b.last_day) OR (b.opted_out AND f.status <> 'OPTED_OUT')) AND ";

    private static final String UPDATED =
            " ON DUPLICATE KEY UPDATE status = VALUES(status), tier = VALUES(tier), last_day = VALUES(last_day)";

    private static final String LEAVING =
            "SELECT b.id FROM buyer b WHERE b.shop_id = ? AND b.opted_out AND b.follows AND ";

    private final Sql sql;
    private final FollowerCounts counts;
    private final FollowerChanges changes;
    private final Clock clock;

    FollowersOfBuyers(Sql sql, FollowerCounts counts, FollowerChanges changes, Clock clock) {
        this.sql = sql;
        this.counts = counts;
        this.changes = changes;
        this.clock = clock;
    }

    void onBuyersRetiered(@Observes BuyersRetiered retiered) {
        counts.around(
                retiered.shopId(),
                retiered.buyers().conditions("f.buyer_id"),
                () -> changes.align(retiered.shopId(), bringInStep(retiered)));
    }

    /** @return whose purchases are not those of a follower any more */
    private List<Long> bringInStep(BuyersRetiered retiered) {
        Instant now = clock.instant();
        long shopId = retiered.shopId();
        int inserted = 0;
        for (Fragment which : retiered.buyers().conditions("b.id")) {
            inserted += sql.update(Fragment.of(INSERT, now, now, shopId).add(which));
        }
        List<Long> leaving = new ArrayList<>();
        // Where all are new, as in a shop's first import, none is left to be brought in step.
        if (inserted < retiered.buyerIds().size()) {
            for (Fragment which : retiered.buyers().conditions("b.id")) {
                leaving.addAll(sql.list(Fragment.of(LEAVING, shopId).add(which), row -> row.longAt("id")));
                sql.update(Fragment.of(UPDATE, shopId).add(which).add(UPDATED));
            }
        }
        return leaving;
    }
}

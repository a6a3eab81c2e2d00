package io.siyu.follower;

import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.Sql;
import io.siyu.tier.BuyersRetiered;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Makes a candidate of every new buyer and keeps in followers what they copy from their buyers. */
@ApplicationScoped
class FollowersOfBuyers {
    private static final String INSERT = "INSERT INTO follower"
            + " (shop_id, id, version, buyer_id, status, tier, last_day, created_at, updated_at)"
            + " SELECT b.shop_id, b.id, 0, b.id, IF(b.opted_out, 'OPTED_OUT', 'CANDIDATE'), b.tier, b.last_day,"
            + " ?, ? FROM buyer b LEFT JOIN follower f ON f.shop_id = b.shop_id AND f.buyer_id = b.id"
            + " WHERE b.shop_id = ? AND b.id IN (%s) AND f.id IS NULL"
            + " AND b.merged_into IS NULL AND b.erased_at IS NULL";
    private static final String UPDATE = "UPDATE buyer b JOIN follower f ON f.shop_id = b.shop_id AND f.buyer_id = b.id"
            + " SET f.tier = b.tier, f.last_day = b.last_day,"
            + " f.status = IF(b.opted_out, 'OPTED_OUT', f.status)"
            + " WHERE b.shop_id = ? AND b.id IN (%s) AND (f.tier <> b.tier"
            + " OR NOT (f.last_day <=> b.last_day) OR (b.opted_out AND f.status <> 'OPTED_OUT'))";

    private final Sql sql;
    private final Clock clock;

    FollowersOfBuyers(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void onBuyersRetiered(@Observes BuyersRetiered buyers) {
        Instant now = clock.instant();
        for (List<Long> some : InLists.of(buyers.buyerIds())) {
            String places = Sql.places(some.size());
            sql.update(INSERT.formatted(places), InLists.params(some, now, now, buyers.shopId()));
            sql.update(UPDATE.formatted(places), InLists.params(some, buyers.shopId()));
        }
    }
}

package io.siyu.follower.person;

import io.siyu.platform.sql.IdPage;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;

/** Makes a candidate of every buyer who has a tier and is on no list yet. */
@ApplicationScoped
class Candidates {
    private static final String INSERT = "INSERT INTO follower"
            + " (shop_id, id, version, buyer_id, status, tier, created_at, updated_at)"
            + " SELECT b.shop_id, b.id, 0, b.id, IF(b.opted_out, 'OPTED_OUT', 'CANDIDATE'), b.tier,"
            + " ?, ? FROM buyer b LEFT JOIN follower f ON f.shop_id = b.shop_id AND f.buyer_id = b.id"
            + " WHERE b.shop_id = ? AND b.tier_since IS NOT NULL AND f.id IS NULL"
            + " AND b.merged_into IS NULL AND b.erased_at IS NULL AND ";

    private final Sql sql;
    private final Clock clock;

    Candidates(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @return how many there were to make */
    int make(long shopId, IdPage buyers) {
        Instant now = clock.instant();
        int made = 0;
        for (SqlFragment which : buyers.conditions("b.id")) {
            made += sql.update(SqlFragment.of(INSERT, now, now, shopId).add(which));
        }
        return made;
    }
}

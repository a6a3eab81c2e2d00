package io.siyu.follower.contact;

import io.siyu.follower.FollowerStatus;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which followers opted out, and when. */
@ApplicationScoped
class OptedOutFollowers {
    private static final String WHEN = "SELECT f.id, MIN(e.at) AS at FROM follower f"
            + " LEFT JOIN buyer_privacy_event e ON e.shop_id = f.shop_id AND e.buyer_id = f.buyer_id"
            + " AND e.kind = 'OPT_OUT' WHERE f.shop_id = ? AND f.status = 'OPTED_OUT' AND f.id IN (%s) GROUP BY f.id";

    private static final String LOCK =
            "SELECT id, status FROM follower FORCE INDEX (PRIMARY) WHERE shop_id = ? AND id IN (%s) ORDER BY id FOR UPDATE";

    private final Sql sql;

    OptedOutFollowers(Sql sql) {
        this.sql = sql;
    }

    /** By the follower's id; the instant is null where nobody noted it. */
    Map<Long, Instant> among(long shopId, Collection<Long> followers) {
        Map<Long, Instant> since = new HashMap<>();
        for (List<Long> some : InLists.of(followers)) {
            sql.forEach(
                    WHEN.formatted(Sql.places(some.size())),
                    row -> since.put(row.longAt("id"), row.instantAt("at")),
                    InLists.params(some, shopId));
        }
        return since;
    }

    /**
     * So that of two who report of one follower at once the second sees the first's. In the order of their ids, and before
     * anything else of theirs, as by all who work on a follower.
     *
     * @return which of them opted out
     */
    Set<Long> lock(long shopId, Collection<Long> followers) {
        Set<Long> gone = new HashSet<>();
        for (List<Long> some : InLists.of(new TreeSet<>(followers))) {
            sql.forEach(
                    LOCK.formatted(Sql.places(some.size())),
                    row -> {
                        if (row.enumAt("status", FollowerStatus.class) == FollowerStatus.OPTED_OUT) {
                            gone.add(row.longAt("id"));
                        }
                    },
                    InLists.params(some, shopId));
        }
        return gone;
    }
}

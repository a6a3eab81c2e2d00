package io.siyu.follower;

import io.siyu.buyer.Tier;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many followers a shop has by account, tier and status, kept by difference. */
@ApplicationScoped
public class FollowerCounts {
    private static final String NO_ACCOUNT = "0";

    private final Sql sql;

    FollowerCounts(Sql sql) {
        this.sql = sql;
    }

    /**
     * Makes a change of followers and counts what it made of them. The followers are locked, so that whoever else changes
     * one of them waits.
     *
     * @param buyers conditions on f.buyer_id; a follower meets at most one of them, before as afterwards
     * @param change must have reached the database when it returns
     */
    public void around(long shopId, List<SqlFragment> buyers, Runnable change) {
        Map<String, Long> differences = new TreeMap<>();
        buyers.forEach(some -> count(shopId, some, -1, differences));
        change.run();
        buyers.forEach(some -> count(shopId, some, 1, differences));
        differences.values().removeIf(by -> by == 0);
        sql.batch(
                "INSERT INTO follower_count (shop_id, account_id, tier, status, followers) VALUES (?, ?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE followers = followers + VALUES(followers)",
                differences.entrySet().stream()
                        .map(difference -> row(shopId, difference.getKey(), difference.getValue()))
                        .toList());
    }

    private static Object[] row(long shopId, String key, long by) {
        String[] parts = key.split(" ", -1);
        return new Object[] {shopId, parts[0], parts[1], parts[2], by};
    }

    /** By that index alone: while a shop has most of all followers, a look at the whole table would wait for other shops. */
    private void count(long shopId, SqlFragment buyers, int times, Map<String, Long> into) {
        SqlFragment query = SqlFragment.of(
                        "SELECT CONCAT_WS(' ', COALESCE(f.account_id, " + NO_ACCOUNT + "), f.tier, f.status) AS k,"
                                + " COUNT(*) AS n FROM follower f FORCE INDEX (follower_buyer) WHERE f.shop_id = ? AND ",
                        shopId)
                .add(buyers)
                .add(" GROUP BY f.account_id, f.tier, f.status FOR UPDATE");
        sql.forEach(
                query.text(),
                row -> into.merge(row.textAt("k"), times * row.longAt("n"), Long::sum),
                query.params().toArray());
    }

    /**
     * By tier and status.
     *
     * @param which a condition on the columns account_id, where 0 stands for none, and status
     */
    Map<Tier, Map<FollowerStatus, Long>> list(long shopId, SqlFragment which) {
        Map<Tier, Map<FollowerStatus, Long>> counts = new EnumMap<>(Tier.class);
        SqlFragment query = SqlFragment.of(
                        "SELECT tier, status, followers FROM follower_count WHERE shop_id = ? AND followers <> 0 AND (",
                        shopId)
                .add(which)
                .add(")");
        sql.forEach(
                query.text(),
                row -> counts.computeIfAbsent(row.enumAt("tier", Tier.class), t -> new EnumMap<>(FollowerStatus.class))
                        .merge(row.enumAt("status", FollowerStatus.class), row.longAt("followers"), Long::sum),
                query.params().toArray());
        return counts;
    }
}

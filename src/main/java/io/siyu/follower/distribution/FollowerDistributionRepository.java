package io.siyu.follower.distribution;

import io.siyu.follower.distribution.FollowerDistribution.Place;
import io.siyu.follower.distribution.FollowerDistribution.Share;
import io.siyu.follower.distribution.FollowerDistribution.Step;
import io.siyu.platform.sql.BulkInsert;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.time.LeaseKeeper;
import io.siyu.platform.time.LeaseLostException;
import io.siyu.platform.time.ShopLease;
import io.siyu.platform.time.WorkConfig;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Distributions as rows. A shop has one at a time that is not over, by a unique key; the lease is in that row. */
@ApplicationScoped
class FollowerDistributionRepository {
    private static final String TABLE = "follower_distribution";
    private static final String ACTIVE = "active = 1";
    private static final BulkInsert.Table PLACES = BulkInsert.Table.of(
            "follower_distribution_place",
            "shop_id",
            "distribution_id",
            "seq",
            "follower_id",
            "buyer_id",
            "account_id");

    private final Sql sql;
    private final BulkInsert bulk;
    private final ShopLease lease;
    private final Duration time;

    FollowerDistributionRepository(Sql sql, BulkInsert bulk, WorkConfig config) {
        this.sql = sql;
        this.bulk = bulk;
        this.lease = new ShopLease(sql, TABLE, ACTIVE);
        this.time = config.lease();
    }

    /** Whether it is queued now; false if another one of the shop is not over yet. */
    boolean queue(long shopId, long id, String request, Long staffId, Instant now) {
        return sql.update(
                        "INSERT IGNORE INTO follower_distribution (shop_id, id, status, active, request, requested_by,"
                                + " created_at) VALUES (?, ?, ?, 1, ?, ?, ?)",
                        shopId,
                        id,
                        DistributionStatus.QUEUED,
                        request,
                        staffId,
                        now)
                == 1;
    }

    Optional<FollowerDistribution> findActive(long shopId) {
        return sql.first(
                "SELECT * FROM follower_distribution WHERE shop_id = ? AND " + ACTIVE,
                FollowerDistributionRepository::read,
                shopId);
    }

    Optional<FollowerDistribution> findInAny(Collection<Long> shopIds, long id) {
        return shopIds.isEmpty()
                ? Optional.empty()
                : sql.first(
                        "SELECT * FROM follower_distribution WHERE id = ? AND shop_id IN (" + Sql.places(shopIds.size())
                                + ")",
                        FollowerDistributionRepository::read,
                        InLists.params(shopIds, id));
    }

    /** Newest first. */
    List<FollowerDistribution> listBefore(long shopId, long beforeId, int rows) {
        return sql.list(
                "SELECT * FROM follower_distribution WHERE shop_id = ? AND id < ? ORDER BY id DESC LIMIT ?",
                FollowerDistributionRepository::read,
                shopId,
                beforeId,
                rows);
    }

    List<Share> listShares(long shopId, long id) {
        return sql.list(
                "SELECT account_id, assigned, capacity_left, daily_left FROM follower_distribution_share"
                        + " WHERE shop_id = ? AND distribution_id = ? ORDER BY account_id",
                row -> new Share(
                        row.longAt("account_id"),
                        row.intAt("assigned"),
                        row.intAt("capacity_left"),
                        row.intAt("daily_left")),
                shopId,
                id);
    }

    /** Since when the one waits that has waited longest. */
    Optional<Instant> findQueuedSince() {
        return sql.list(
                        "SELECT MIN(d.created_at) AS since FROM shop s JOIN follower_distribution d ON d.shop_id = s.id"
                                + " AND d.active = 1 AND d.status = 'QUEUED'",
                        row -> Optional.ofNullable(row.instantAt("since")))
                .get(0);
    }

    /** Shops that have one to run while nobody is running it. */
    List<Long> listShopsWithDue(int rows) {
        return sql.list(
                "SELECT d.shop_id FROM follower_distribution d WHERE d." + ACTIVE + " AND " + ShopLease.isFree("d")
                        + " LIMIT ?",
                row -> row.longAt("shop_id"),
                rows);
    }

    /** Whether nobody was at the shop's distribution and the owner is from now on. */
    boolean take(long shopId, String owner) {
        return lease.take(shopId, owner, time);
    }

    /** @throws LeaseLostException if somebody else has the lease at this moment */
    void look(long shopId, String owner) {
        if (!lease.isOf(shopId, owner)) {
            throw new LeaseLostException();
        }
    }

    /**
     * Locks the distribution until the transaction ends.
     *
     * @throws LeaseLostException if somebody else has the lease
     */
    void require(long shopId, String owner) {
        if (!keep(shopId, owner)) {
            throw new LeaseLostException();
        }
    }

    /** Keeps the lease, and with it locks the distribution until the transaction ends; false if someone else has it. */
    boolean keep(long shopId, String owner) {
        return lease.keep(shopId, owner, time);
    }

    void release(long shopId, String owner) {
        lease.release(shopId, owner);
    }

    /** The lease as its owner keeps it while at work. */
    LeaseKeeper.Lease kept(long shopId, String owner) {
        return new LeaseKeeper.Lease(
                "the distribution of shop " + shopId, time, () -> keep(shopId, owner), () -> release(shopId, owner));
    }

    /** @param pool candidates of its tiers on no account */
    void plan(FollowerDistribution job, int total, List<Place> places, long pool, Instant now) {
        bulk.insert(
                PLACES,
                places.stream()
                        .map(place -> new Object[] {
                            job.shopId(), job.id(), place.seq(), place.followerId(), place.buyerId(), place.accountId()
                        })
                        .toList());
        sql.update(
                "UPDATE follower_distribution SET status = ?, total = ?, planned = ?, no_room = ?, remaining = ?,"
                        + " started_at = ?, attempts = 0 WHERE shop_id = ? AND id = ?",
                DistributionStatus.RUNNING,
                total,
                places.size(),
                total - places.size(),
                pool,
                now,
                job.shopId(),
                job.id());
    }

    /** The next ones behind the checkpoint. */
    List<Place> listPlaces(FollowerDistribution job, int most) {
        return sql.list(
                "SELECT seq, follower_id, buyer_id, account_id FROM follower_distribution_place"
                        + " WHERE shop_id = ? AND distribution_id = ? AND seq > ? ORDER BY seq LIMIT ?",
                row -> new Place(
                        row.intAt("seq"), row.longAt("follower_id"), row.longAt("buyer_id"), row.longAt("account_id")),
                job.shopId(),
                job.id(),
                job.done(),
                most);
    }

    /** In the transaction that gave them. */
    void advance(FollowerDistribution job, Step step) {
        sql.update(
                "UPDATE follower_distribution SET done = ?, assigned = assigned + ?, no_room = no_room + ?,"
                        + " gone = gone + ?, remaining = GREATEST(0, remaining - ?), attempts = 0"
                        + " WHERE shop_id = ? AND id = ?",
                step.done(),
                step.assigned(),
                step.noRoom(),
                step.gone(),
                step.assigned(),
                job.shopId(),
                job.id());
        addShares(job, step.shares());
    }

    /** @param shares what came to what the accounts had, and what is left of their capacity */
    void addShares(FollowerDistribution job, List<Share> shares) {
        sql.batch(
                "INSERT INTO follower_distribution_share (shop_id, distribution_id, account_id, assigned, capacity_left,"
                        + " daily_left) VALUES (?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE"
                        + " assigned = assigned + VALUES(assigned), capacity_left = VALUES(capacity_left),"
                        + " daily_left = VALUES(daily_left)",
                shares.stream()
                        .map(share -> new Object[] {
                            job.shopId(),
                            job.id(),
                            share.accountId(),
                            share.assigned(),
                            share.capacityLeft(),
                            share.dailyLeft()
                        })
                        .toList());
    }

    /** Progress sets the count back. */
    void countFailure(FollowerDistribution job) {
        sql.update(
                "UPDATE follower_distribution SET attempts = attempts + 1 WHERE shop_id = ? AND id = ?",
                job.shopId(),
                job.id());
    }

    /** Whether it was not over yet: it will be, behind its current batch. */
    boolean cancel(long shopId, long id, long staffId) {
        return sql.update(
                        "UPDATE follower_distribution SET cancelled = TRUE, cancelled_by = COALESCE(cancelled_by, ?)"
                                + " WHERE shop_id = ? AND id = ? AND " + ACTIVE,
                        staffId,
                        shopId,
                        id)
                == 1;
    }

    void finish(FollowerDistribution job, DistributionStatus status, long remaining, Instant now) {
        sql.update(
                "DELETE FROM follower_distribution_place WHERE shop_id = ? AND distribution_id = ?",
                job.shopId(),
                job.id());
        sql.update(
                "UPDATE follower_distribution SET status = ?, active = NULL, remaining = ?, finished_at = ?,"
                        + " lease_owner = NULL, lease_until = NULL WHERE shop_id = ? AND id = ?",
                status,
                remaining,
                now,
                job.shopId(),
                job.id());
    }

    private static FollowerDistribution read(ResultRow row) throws SQLException {
        return new FollowerDistribution(
                row.longAt("shop_id"),
                row.longAt("id"),
                row.enumAt("status", DistributionStatus.class),
                row.textAt("request"),
                row.nullableIntAt("total"),
                row.intAt("planned"),
                row.intAt("done"),
                row.intAt("assigned"),
                row.intAt("no_room"),
                row.intAt("gone"),
                row.longAt("remaining"),
                row.booleanAt("cancelled"),
                row.intAt("attempts"),
                row.instantAt("created_at"),
                row.instantAt("started_at"),
                row.instantAt("finished_at"));
    }
}

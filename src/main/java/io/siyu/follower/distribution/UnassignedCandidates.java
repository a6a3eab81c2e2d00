package io.siyu.follower.distribution;

import io.siyu.buyer.Tier;
import io.siyu.follower.FollowerCounts;
import io.siyu.follower.invitation.Invitations;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A shop's candidates who are on no account yet and may be invited: twice in 90 days at most (R15). */
@ApplicationScoped
class UnassignedCandidates {
    private final Sql sql;
    private final FollowerCounts counts;
    private final Invitations invitations;
    private final Clock clock;

    UnassignedCandidates(Sql sql, FollowerCounts counts, Invitations invitations, Clock clock) {
        this.sql = sql;
        this.counts = counts;
        this.invitations = invitations;
        this.clock = clock;
    }

    record Candidate(long followerId, long buyerId) {}

    /**
     * The most valuable ones: tier by tier in the order given, in a tier the latest purchase first. All of a tier's are
     * looked at, two microseconds each: to keep them in that sequence would cost every import of their orders ten times that.
     */
    List<Candidate> best(long shopId, Collection<Tier> tiers, int most) {
        Instant now = clock.instant();
        List<Candidate> best = new ArrayList<>();
        for (Tier tier : tiers) {
            if (best.size() < most) {
                SqlFragment query = SqlFragment.of(
                                "SELECT f.id, f.buyer_id FROM follower f"
                                        + " STRAIGHT_JOIN buyer b ON b.shop_id = f.shop_id AND b.id = f.buyer_id AND b.opted_out = FALSE"
                                        + " WHERE f.shop_id = ? AND f.status = 'CANDIDATE' AND f.account_id IS NULL"
                                        + " AND f.tier = ? AND ",
                                shopId,
                                tier)
                        .add(invitations.mayBeInvited(now))
                        .add(" ORDER BY b.last_day DESC, f.id DESC LIMIT ?", most - best.size());
                best.addAll(sql.list(query, row -> new Candidate(row.longAt("id"), row.longAt("buyer_id"))));
            }
        }
        return best;
    }

    /** Counted by the index alone, less the few who were invited as often as may be. */
    long size(long shopId, Collection<Tier> tiers) {
        SqlFragment which = SqlFragment.named(
                "f.shop_id = :shop AND f.status = 'CANDIDATE' AND f.account_id IS NULL AND f.tier IN (:tiers)",
                Map.of("shop", shopId, "tiers", tiers));
        SqlFragment all =
                SqlFragment.of("SELECT COUNT(*) AS n FROM follower f WHERE ").add(which);
        SqlFragment waiting = SqlFragment.of("SELECT COUNT(*) AS n FROM ")
                .add(invitations.whoMayNot(shopId, clock.instant()))
                .add(" w JOIN follower f ON f.id = w.follower_id AND ")
                .add(which);
        return count(all) - count(waiting);
    }

    private long count(SqlFragment query) {
        return sql.first(query, row -> row.longAt("n")).orElse(0L);
    }

    /**
     * Those of the candidates who are still on no account, and are nobody else's to take until the transaction ends.
     * The buyers are locked first, as by all who work on a buyer and then on the follower.
     *
     * @return ids of followers
     */
    Set<Long> lock(long shopId, List<Candidate> candidates) {
        List<Long> buyers = candidates.stream().map(Candidate::buyerId).sorted().toList();
        Set<Long> inPool = new HashSet<>();
        for (List<Long> some : InLists.of(buyers)) {
            sql.forEach(
                    "SELECT f.id FROM buyer b FORCE INDEX (PRIMARY) STRAIGHT_JOIN follower f"
                            + " ON f.shop_id = b.shop_id AND f.buyer_id = b.id WHERE b.shop_id = ? AND b.id IN ("
                            + Sql.places(some.size()) + ") AND NOT b.opted_out"
                            + " AND f.status = 'CANDIDATE' AND f.account_id IS NULL FOR UPDATE",
                    row -> inPool.add(row.longAt("id")),
                    InLists.params(some, shopId));
        }
        return inPool;
    }

    /**
     * Puts candidates onto accounts.
     *
     * @param given by account
     * @throws OptimisticLockException if somebody else took one of them in the meantime
     */
    void assign(long shopId, Map<Long, List<Candidate>> given, LocalDate day, Instant now) {
        Object[] buyers = given.values().stream()
                .flatMap(List::stream)
                .map(Candidate::buyerId)
                .toArray();
        if (buyers.length == 0) {
            return;
        }
        SqlFragment these = SqlFragment.of("f.buyer_id IN (" + Sql.places(buyers.length) + ")", buyers);
        counts.around(
                shopId,
                List.of(these),
                () -> given.forEach((account, candidates) -> take(shopId, candidates, account, day, now)));
    }

    private void take(long shopId, List<Candidate> candidates, long accountId, LocalDate day, Instant now) {
        if (candidates.isEmpty()) {
            return;
        }
        List<Object> params = new ArrayList<>(List.of(accountId, day, now, shopId));
        candidates.forEach(candidate -> params.add(candidate.followerId()));
        int changed = sql.update(
                "UPDATE follower FORCE INDEX (PRIMARY) SET account_id = ?, assigned_day = ?, updated_at = ?, version = version + 1"
                        + " WHERE shop_id = ? AND status = 'CANDIDATE' AND account_id IS NULL AND id IN ("
                        + Sql.places(candidates.size()) + ")",
                params.toArray());
        if (changed != candidates.size()) {
            throw new OptimisticLockException("Somebody else took a candidate");
        }
    }
}

package io.siyu.follower.person;

import io.siyu.buyer.merge.BuyerMergeUndone;
import io.siyu.buyer.merge.BuyersMerged;
import io.siyu.follower.CandidatesAssigned;
import io.siyu.follower.FollowerChanges;
import io.siyu.follower.FollowerMoved;
import io.siyu.follower.FollowerStatus;
import io.siyu.platform.sql.IdPage;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes one follower of two whose buyers were merged, and two again when that is undone. */
@ApplicationScoped
class MergeFollowers {
    private static final int BEFORE_TASKS = 100;
    private static final String PARTS = "account_id, status, tier, remark, assigned_day, invited_at, added_at,"
            + " lost_at, created_at, updated_at";

    private final Sql sql;
    private final FollowerChanges changes;
    private final Candidates candidates;
    private final Event<FollowersMerged> merged;
    private final Event<FollowerMoved> moved;
    private final Event<CandidatesAssigned> assigned;
    private final Clock clock;

    MergeFollowers(
            Sql sql,
            FollowerChanges changes,
            Candidates candidates,
            Event<FollowersMerged> merged,
            Event<FollowerMoved> moved,
            Event<CandidatesAssigned> assigned,
            Clock clock) {
        this.sql = sql;
        this.changes = changes;
        this.candidates = candidates;
        this.merged = merged;
        this.moved = moved;
        this.assigned = assigned;
        this.clock = clock;
    }

    private record Stored(long id, int version, FollowerState state) {}

    void onBuyersMerged(@Observes @Priority(BEFORE_TASKS) BuyersMerged event) {
        long shopId = event.shopId();
        List<Long> buyers = new ArrayList<>();
        event.pairs().forEach(pair -> buyers.addAll(List.of(pair.keptId(), pair.goneId())));
        List<FollowersMerged.Pair> pairs = new ArrayList<>();
        changes.around(shopId, buyers, () -> pairs.addAll(join(event, buyers)));
        if (!pairs.isEmpty()) {
            merged.fire(new FollowersMerged(shopId, pairs));
        }
    }

    private List<FollowersMerged.Pair> join(BuyersMerged event, List<Long> buyers) {
        long shopId = event.shopId();
        Map<Long, Stored> followers = stored(shopId, buyers);
        List<FollowersMerged.Pair> pairs = new ArrayList<>();
        for (BuyersMerged.Pair pair : event.pairs()) {
            Stored gone = followers.get(pair.goneId());
            if (gone != null) {
                Stored kept = followers.get(pair.keptId());
                join(shopId, pair, kept, gone);
                pairs.add(new FollowersMerged.Pair(kept == null ? pair.keptId() : kept.id(), gone.id()));
            }
        }
        endThoseOptedOut(shopId, buyers);
        return pairs;
    }

    /** @param kept null while that buyer is on no list yet */
    private void join(long shopId, BuyersMerged.Pair pair, Stored kept, Stored gone) {
        Instant now = clock.instant();
        long keptId = kept == null ? pair.keptId() : kept.id();
        note(shopId, pair.mergeId(), gone.id(), null);
        if (kept == null) {
            sql.update(
                    "INSERT INTO follower (shop_id, id, version, buyer_id, " + PARTS + ") SELECT shop_id, ?, 0, ?, "
                            + PARTS + " FROM follower WHERE shop_id = ? AND id = ?",
                    keptId,
                    pair.keptId(),
                    shopId,
                    gone.id());
        } else {
            note(shopId, pair.mergeId(), kept.id(), kept.version() + 1);
            write(shopId, kept.id(), kept.state().joinedWith(gone.state()), now);
        }
        sql.update(
                "INSERT INTO follower_tag (shop_id, follower_id, tag) SELECT shop_id, ?, tag FROM follower_tag t"
                        + " WHERE shop_id = ? AND follower_id = ? AND NOT EXISTS (SELECT 1 FROM follower_tag k"
                        + " WHERE k.shop_id = t.shop_id AND k.follower_id = ? AND k.tag = t.tag)",
                keptId,
                shopId,
                gone.id(),
                keptId);
        sql.update("DELETE FROM follower_tag WHERE shop_id = ? AND follower_id = ?", shopId, gone.id());
        sql.update("DELETE FROM follower WHERE shop_id = ? AND id = ?", shopId, gone.id());
        tell(shopId, kept, keptId);
    }

    /** Tells who has work with the kept follower what became of it. */
    private void tell(long shopId, Stored before, long keptId) {
        Stored after = byId(shopId, keptId).orElseThrow();
        FollowerStatus now = after.state().status();
        boolean isNew = before == null || before.state().status() != now;
        if (now == FollowerStatus.CANDIDATE) {
            boolean isOnAnother = before == null
                    || before.state().accountId() == null && after.state().accountId() != null;
            if (isOnAnother) {
                assign(shopId, after);
            }
        } else if (isNew && before != null) {
            moved.fire(new FollowerMoved(shopId, keptId, now));
        }
    }

    void onMergeUndone(@Observes @Priority(BEFORE_TASKS) BuyerMergeUndone event) {
        List<Long> buyers = List.of(event.keptId(), event.goneId());
        changes.around(event.shopId(), buyers, () -> part(event));
    }

    private void part(BuyerMergeUndone event) {
        long shopId = event.shopId();
        Instant now = clock.instant();
        List<Long> ids = new ArrayList<>();
        sql.forEach(
                "SELECT follower_id FROM follower_before_merge WHERE shop_id = ? AND merge_id = ? AND buyer_id = ?",
                row -> ids.add(row.longAt("follower_id")),
                shopId,
                event.mergeId(),
                event.goneId());
        for (long gone : ids) {
            restoreKept(event, now);
            sql.update(
                    "INSERT INTO follower (shop_id, id, version, buyer_id, " + PARTS
                            + ") SELECT shop_id, follower_id, 1,"
                            + " buyer_id, " + PARTS + " FROM follower_before_merge"
                            + " WHERE shop_id = ? AND merge_id = ? AND follower_id = ?",
                    shopId,
                    event.mergeId(),
                    gone);
            restoreTags(shopId, event.mergeId(), gone);
            byId(shopId, gone)
                    .filter(follower -> follower.state().status() == FollowerStatus.CANDIDATE)
                    .ifPresent(follower -> assign(shopId, follower));
        }
        List<Long> buyers = Stream.of(event.keptId(), event.goneId()).sorted().toList();
        // Who was on no list before the merge may have been given a tier since.
        candidates.make(shopId, IdPage.ofRowsAlone(buyers));
        endThoseOptedOut(shopId, buyers);
    }

    /** A person who opted out as either of the two is nobody's follower from here on. */
    private void endThoseOptedOut(long shopId, List<Long> buyers) {
        for (List<Long> some : InLists.of(buyers)) {
            sql.update(
                    "UPDATE buyer b JOIN follower f ON f.shop_id = b.shop_id AND f.buyer_id = b.id"
                            + " SET f.status = 'OPTED_OUT' WHERE b.shop_id = ? AND b.id IN ("
                            + Sql.places(some.size()) + ") AND b.opted_out AND f.status <> 'OPTED_OUT'",
                    InLists.params(some, shopId));
        }
    }

    /** What happened with the kept follower since the merge stays; if nothing did, it is again what it was. */
    private void restoreKept(BuyerMergeUndone event, Instant now) {
        long shopId = event.shopId();
        Optional<Long> unchanged = sql.first(
                "SELECT f.id FROM follower f LEFT JOIN follower_before_merge b ON b.shop_id = f.shop_id"
                        + " AND b.merge_id = ? AND b.follower_id = f.id"
                        + " WHERE f.shop_id = ? AND f.buyer_id = ? AND f.version = COALESCE(b.version_after, 0)",
                row -> row.longAt("id"),
                event.mergeId(),
                shopId,
                event.keptId());
        if (unchanged.isEmpty()) {
            return;
        }
        long kept = unchanged.get();
        int restored = sql.update(
                "UPDATE follower f JOIN follower_before_merge b ON b.shop_id = f.shop_id AND b.follower_id = f.id"
                        + " AND b.merge_id = ? SET f.account_id = b.account_id, f.status = b.status,"
                        + " f.remark = b.remark, f.assigned_day = b.assigned_day, f.invited_at = b.invited_at,"
                        + " f.added_at = b.added_at, f.lost_at = b.lost_at, f.updated_at = ?, f.version = f.version + 1"
                        + " WHERE f.shop_id = ? AND f.id = ?",
                event.mergeId(),
                now,
                shopId,
                kept);
        sql.update("DELETE FROM follower_tag WHERE shop_id = ? AND follower_id = ?", shopId, kept);
        if (restored == 0) {
            sql.update("DELETE FROM follower WHERE shop_id = ? AND id = ?", shopId, kept);
        } else {
            restoreTags(shopId, event.mergeId(), kept);
        }
    }

    private void note(long shopId, long mergeId, long followerId, Integer versionAfter) {
        sql.update(
                "INSERT INTO follower_before_merge (shop_id, merge_id, follower_id, buyer_id, version_after, " + PARTS
                        + ") SELECT shop_id, ?, id, buyer_id, ?, " + PARTS
                        + " FROM follower WHERE shop_id = ? AND id = ?",
                mergeId,
                versionAfter,
                shopId,
                followerId);
        sql.update(
                "INSERT INTO follower_tag_before_merge (shop_id, merge_id, follower_id, tag)"
                        + " SELECT shop_id, ?, follower_id, tag FROM follower_tag WHERE shop_id = ? AND follower_id = ?",
                mergeId,
                shopId,
                followerId);
    }

    private void restoreTags(long shopId, long mergeId, long followerId) {
        sql.update(
                "INSERT INTO follower_tag (shop_id, follower_id, tag) SELECT shop_id, follower_id, tag"
                        + " FROM follower_tag_before_merge WHERE shop_id = ? AND merge_id = ? AND follower_id = ?",
                shopId,
                mergeId,
                followerId);
    }

    private void write(long shopId, long followerId, FollowerState state, Instant now) {
        sql.update(
                "UPDATE follower SET account_id = ?, status = ?, remark = ?, assigned_day = ?, invited_at = ?,"
                        + " added_at = ?, lost_at = ?, updated_at = ?, version = version + 1"
                        + " WHERE shop_id = ? AND id = ?",
                state.accountId(),
                state.status(),
                state.remark(),
                state.assignedDay(),
                state.invitedAt(),
                state.addedAt(),
                state.lostAt(),
                now,
                shopId,
                followerId);
    }

    private void assign(long shopId, Stored follower) {
        Long accountId = follower.state().accountId();
        if (accountId != null) {
            assigned.fire(new CandidatesAssigned(
                    shopId,
                    List.of(new CandidatesAssigned.Assigned(follower.id(), follower.id(), accountId)),
                    clock.instant()));
        }
    }

    private Optional<Stored> byId(long shopId, long id) {
        return sql.first("SELECT * FROM follower WHERE shop_id = ? AND id = ?", MergeFollowers::read, shopId, id);
    }

    private Map<Long, Stored> stored(long shopId, List<Long> buyers) {
        Map<Long, Stored> stored = new HashMap<>();
        for (List<Long> some : InLists.of(buyers)) {
            sql.forEach(
                    "SELECT * FROM follower WHERE shop_id = ? AND buyer_id IN (" + Sql.places(some.size()) + ")",
                    row -> stored.put(row.longAt("buyer_id"), read(row)),
                    InLists.params(some, shopId));
        }
        return stored;
    }

    private static Stored read(ResultRow row) throws SQLException {
        return new Stored(
                row.longAt("id"),
                row.intAt("version"),
                new FollowerState(
                        row.nullableLongAt("account_id"),
                        row.enumAt("status", FollowerStatus.class),
                        row.textAt("remark"),
                        row.dayAt("assigned_day"),
                        row.instantAt("invited_at"),
                        row.instantAt("added_at"),
                        row.instantAt("lost_at")));
    }
}

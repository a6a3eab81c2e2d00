package io.siyu.follower.audience;

import io.siyu.follower.FollowerMoved;
import io.siyu.follower.FollowerPlaced;
import io.siyu.follower.person.FollowersMerged;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.Sql;
import io.siyu.staff.AccountRetired;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import java.util.Collection;
import java.util.List;

/**
 * The one way in which fixed audiences follow what becomes of followers: {@link #realign}, at once, in the transaction in
 * which a follower goes to another account, opts out, is lost, merged or erased, or an account retires. An account's new
 * owner changes no row: the work goes with the account.
 */
@ApplicationScoped
class AudienceRepair {
    /** Behind those who end or move work as a whole: what is left is brought in step one by one. */
    private static final int BEHIND_TASKS = 4000;

    private final Sql sql;
    private final AudienceRows rows;
    private final VariantRows variants;
    private final Event<AudienceRealigned> realigned;

    AudienceRepair(Sql sql, AudienceRows rows, VariantRows variants, Event<AudienceRealigned> realigned) {
        this.sql = sql;
        this.rows = rows;
        this.variants = variants;
        this.realigned = realigned;
    }

    /** Brings what these followers are in, and get of, campaigns that are READY or under way in step with what they are now. */
    void realign(long shopId, Collection<Long> followers) {
        for (List<Long> some : InLists.of(followers)) {
            rows.follow(shopId, some);
            rows.leaveOutUnreachable(shopId, some);
            variants.takeFromLeftOut(shopId, some);
            realigned.fire(new AudienceRealigned(shopId, some));
        }
    }

    void placed(@Observes @Priority(BEHIND_TASKS) FollowerPlaced event) {
        realign(event.shopId(), List.of(event.followerId()));
    }

    /** Of an erasure too: whoever is erased has opted out first. */
    void moved(@Observes @Priority(BEHIND_TASKS) FollowerMoved event) {
        realign(event.shopId(), List.of(event.followerId()));
    }

    /** A follower has the id of its buyer. */
    void merged(@Observes @Priority(BEHIND_TASKS) FollowersMerged event) {
        event.pairs().forEach(pair -> {
            variants.merge(event.shopId(), pair.keptFollowerId(), pair.goneFollowerId());
            rows.merge(event.shopId(), pair.keptFollowerId(), pair.keptFollowerId(), pair.goneFollowerId());
        });
        realign(
                event.shopId(),
                event.pairs().stream().map(FollowersMerged.Pair::keptFollowerId).toList());
    }

    void retired(@Observes @Priority(BEHIND_TASKS) AccountRetired event) {
        realign(
                event.shopId(),
                sql.list(
                        "SELECT DISTINCT a.follower_id FROM campaign c JOIN campaign_audience a"
                                + " ON a.shop_id = c.shop_id AND a.campaign_id = c.id"
                                + " AND a.state IN ('INCLUDED', 'HELD_OUT') AND a.account_id = ?"
                                + " WHERE c.shop_id = ? AND c.status IN ('READY', 'RUNNING', 'PAUSED')",
                        row -> row.longAt("follower_id"),
                        event.accountId(),
                        event.shopId()));
    }
}

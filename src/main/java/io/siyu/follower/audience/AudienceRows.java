package io.siyu.follower.audience;

import io.siyu.campaign.Campaign;
import io.siyu.follower.list.FollowerRanges;
import io.siyu.follower.list.FollowerRanges.Range;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;

/** Who is in a campaign's audience, row by follower, written set by set. */
@ApplicationScoped
class AudienceRows {
    /** Whoever has got something of a campaign keeps his place in it. */
    private static final String GOT_NOTHING = " AND NOT EXISTS (SELECT 1 FROM contact c WHERE c.shop_id = a.shop_id"
            + " AND c.follower_id = a.follower_id AND c.campaign_id = a.campaign_id)";

    private static final String KEPT = "shop_id = VALUES(shop_id)";

    /** The tier by which he is listed stays. */
    private static final String RESTATED =
            "state = VALUES(state), reason = VALUES(reason), account_id = VALUES(account_id)";

    private static final String READY_OR_UNDER_WAY =
            " JOIN campaign c ON c.shop_id = a.shop_id AND c.id = a.campaign_id"
                    + " AND c.status IN ('READY', 'RUNNING', 'PAUSED')";

    private static final String READY =
            " JOIN campaign c ON c.shop_id = a.shop_id AND c.id = a.campaign_id AND c.status = 'READY'";

    private final Sql sql;

    AudienceRows(Sql sql) {
        this.sql = sql;
    }

    /** Those of a range, as they stand now; who has a row keeps it. */
    void add(AudiencePlan plan, Range range) {
        write(plan, range.of("f.id"), KEPT);
    }

    /** The same for a few. */
    void add(AudiencePlan plan, List<Long> followers) {
        write(plan, followers, KEPT);
    }

    /** What a refresh found: each as it stands now, in the row that it has. */
    void restate(AudiencePlan plan, List<Long> followers) {
        write(plan, followers, RESTATED);
    }

    private void write(AudiencePlan plan, List<Long> followers, String onDuplicate) {
        for (List<Long> some : InLists.of(followers)) {
            write(plan, SqlFragment.of("f.id IN (" + Sql.places(some.size()) + ")", some.toArray()), onDuplicate);
        }
    }

    private void write(AudiencePlan plan, SqlFragment which, String onDuplicate) {
        // The limit keeps the standing from being worked out once for each of its two columns.
        sql.update(SqlFragment.of(
                        "INSERT INTO campaign_audience (shop_id, campaign_id, follower_id, buyer_id, account_id, tier,"
                                + " state, reason) SELECT ?, ?, l.follower_id, l.buyer_id, l.account_id, l.tier, "
                                + AudiencePlan.STATE + ", " + AudiencePlan.REASON + " FROM (",
                        plan.campaign().shopId(),
                        plan.campaign().id())
                .add(plan.among(which))
                .add(" LIMIT " + FollowerRanges.SIZE + ") l WHERE TRUE ON DUPLICATE KEY UPDATE " + onDuplicate));
    }

    /** Those of a range, of a campaign that is not fixed any more. */
    void withdraw(Campaign campaign, Range range) {
        sql.update(
                "DELETE a FROM campaign_audience a WHERE a.shop_id = ? AND a.campaign_id = ?"
                        + " AND a.follower_id > ? AND a.follower_id <= ?" + GOT_NOTHING,
                campaign.shopId(),
                campaign.id(),
                range.after(),
                range.upTo());
    }

    /** They are in it no more, but for who has got something of it. */
    void leaveOut(long shopId, long campaignId, List<Long> followers, LeftOutReason reason) {
        for (List<Long> some : InLists.of(followers)) {
            sql.update(
                    "UPDATE campaign_audience a SET a.state = 'LEFT_OUT', a.reason = ? WHERE a.shop_id = ?"
                            + " AND a.campaign_id = ? AND a.follower_id IN (" + Sql.places(some.size()) + ")"
                            + " AND a.state = 'INCLUDED'" + GOT_NOTHING,
                    InLists.params(some, reason, shopId, campaignId));
        }
    }

    void remove(Campaign campaign, List<Long> followers) {
        for (List<Long> some : InLists.of(followers)) {
            sql.update(
                    "DELETE FROM campaign_audience WHERE shop_id = ? AND campaign_id = ? AND follower_id IN ("
                            + Sql.places(some.size()) + ")",
                    InLists.params(some, campaign.shopId(), campaign.id()));
        }
    }

    /** They are listed by the accounts that they are on now. */
    void follow(long shopId, List<Long> followers) {
        sql.update(
                "UPDATE campaign_audience a" + READY_OR_UNDER_WAY
                        + " JOIN follower f ON f.shop_id = a.shop_id AND f.id = a.follower_id AND f.status = 'ADDED'"
                        + " SET a.account_id = f.account_id WHERE a.shop_id = ? AND a.follower_id IN ("
                        + Sql.places(followers.size()) + ") AND NOT a.account_id <=> f.account_id",
                InLists.params(followers, shopId));
    }

    /**
     * Who cannot be reached any more is left out of what has not begun. Afterwards all stay as they were listed, or those
     * who got something would be compared with others than were held out.
     */
    void leaveOutUnreachable(long shopId, List<Long> followers) {
        sql.update(
                "UPDATE campaign_audience a" + READY
                        + " LEFT JOIN follower f ON f.shop_id = a.shop_id AND f.id = a.follower_id"
                        + " LEFT JOIN account x ON x.shop_id = f.shop_id AND x.id = f.account_id AND x.active = TRUE"
                        + " SET a.state = 'LEFT_OUT', a.reason = CASE WHEN f.id IS NULL OR f.status = 'OPTED_OUT'"
                        + " THEN 'OPTED_OUT' WHEN f.status <> 'ADDED' THEN 'NOT_ADDED' ELSE 'NO_ACTIVE_ACCOUNT' END"
                        + " WHERE a.shop_id = ? AND a.follower_id IN (" + Sql.places(followers.size())
                        + ") AND a.state IN ('INCLUDED', 'HELD_OUT')"
                        + " AND (f.id IS NULL OR f.status <> 'ADDED' OR x.id IS NULL)",
                InLists.params(followers, shopId));
    }

    /** Two are one follower from now on: where both have a row, the one who stays keeps his. */
    void merge(long shopId, long keptFollower, long keptBuyer, long goneFollower) {
        sql.update(
                "UPDATE campaign_audience a LEFT JOIN campaign_audience k ON k.shop_id = a.shop_id"
                        + " AND k.campaign_id = a.campaign_id AND k.follower_id = ?"
                        + " SET a.follower_id = ?, a.buyer_id = ?"
                        + " WHERE a.shop_id = ? AND a.follower_id = ? AND k.follower_id IS NULL",
                keptFollower,
                keptFollower,
                keptBuyer,
                shopId,
                goneFollower);
        sql.update("DELETE FROM campaign_audience WHERE shop_id = ? AND follower_id = ?", shopId, goneFollower);
    }
}

package io.siyu.task.plan;

import io.siyu.campaign.Campaign;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes followers off lists that they do not belong on any more, by what the fixed audiences say. */
@ApplicationScoped
class ListRows {
    /** Noted on a list that somebody may have in hand: what happened all the same can still be reported there. */
    private static final String NOTES = "('MOVED', 'NOT_INCLUDED', 'LOST', 'INVITED', 'CANDIDATE')";

    private static final String OF_CAMPAIGNS = " JOIN task t ON t.shop_id = r.shop_id AND t.id = r.task_id"
            + " AND t.status IN ('PLANNED', 'OPEN', 'CLAIMED')"
            + " JOIN campaign_post p ON p.shop_id = t.shop_id AND p.id = t.post_id AND p.campaign_id IS NOT NULL"
            + " LEFT JOIN campaign_audience a ON a.shop_id = r.shop_id AND a.campaign_id = p.campaign_id"
            + " AND a.follower_id = r.follower_id AND a.state = 'INCLUDED'"
            + " LEFT JOIN campaign_audience_variant v ON v.shop_id = r.shop_id AND v.post_id = t.post_id"
            + " AND v.follower_id = r.follower_id"
            + " LEFT JOIN follower f ON f.shop_id = r.shop_id AND f.id = r.follower_id AND f.status = 'ADDED'"
            + " LEFT JOIN account x ON x.shop_id = t.shop_id AND x.id = t.account_id";

    private static final String FITS = "(a.account_id <=> t.account_id AND v.post_id IS NOT NULL AND f.id IS NOT NULL)";

    /** Whoever holds a list of an account that retired may finish it (R7); afterwards it is its successor's as a whole. */
    private static final String MAY_BE_FINISHED = "(t.status = 'CLAIMED' AND x.active = FALSE)";

    private final Sql sql;

    ListRows(Sql sql) {
        this.sql = sql;
    }

    /** @return the tasks that some of them were taken off */
    Set<Long> takeOff(long shopId, List<Long> followers, Instant now) {
        String which = " WHERE r.shop_id = ? AND r.follower_id IN (" + Sql.places(followers.size()) + ")";
        Object[] params = InLists.params(followers, shopId);
        String misfits = which + " AND r.state = 'PENDING' AND NOT " + FITS + " AND NOT " + MAY_BE_FINISHED;
        Set<Long> left = new HashSet<>(sql.list(
                "SELECT DISTINCT r.task_id FROM task_recipient r" + OF_CAMPAIGNS + misfits,
                row -> row.longAt("task_id"),
                params));
        if (!left.isEmpty()) {
            sql.update("DELETE r FROM task_recipient r" + OF_CAMPAIGNS + misfits + " AND t.status = 'PLANNED'", params);
            sql.update(
                    "UPDATE task_recipient r" + OF_CAMPAIGNS + " LEFT JOIN follower w ON w.shop_id = r.shop_id"
                            + " AND w.id = r.follower_id SET r.note = CASE WHEN w.status <> 'ADDED' THEN w.status"
                            + " WHEN a.account_id <> t.account_id THEN 'MOVED' ELSE 'NOT_INCLUDED' END,"
                            + " r.state = 'SKIPPED', r.contact_day = NULL, r.state_at = ?" + misfits,
                    InLists.params(followers, now, shopId));
        }
        // Who comes back onto a list is on it anew.
        sql.update(
                "DELETE r FROM task_recipient r" + OF_CAMPAIGNS + which + " AND r.state = 'SKIPPED'"
                        + " AND r.reported_by IS NULL AND r.note IN " + NOTES + " AND " + FITS,
                params);
        return left;
    }

    /** Those of sequences open as soon as they are made. */
    void takeHeldOutOffDailyLists(long shopId, long campaignId) {
        sql.update(
                "DELETE r FROM campaign_audience h JOIN campaign c ON c.shop_id = h.shop_id AND c.id = h.campaign_id"
                        + " JOIN task_recipient r ON r.shop_id = h.shop_id AND r.follower_id = h.follower_id"
                        + " AND r.state = 'PENDING' AND r.contact_day BETWEEN c.start_day"
                        + " AND ADDDATE(c.start_day, c.days - 1 + " + Campaign.SALES_DAYS_AFTER + ")"
                        + " JOIN task t ON t.shop_id = r.shop_id AND t.id = r.task_id AND t.campaign_id IS NULL"
                        + " AND (t.post_id IS NOT NULL AND t.status = 'PLANNED'"
                        + " OR t.occurrence LIKE 'seq/%' AND t.status IN ('PLANNED', 'OPEN'))"
                        + " WHERE h.shop_id = ? AND h.campaign_id = ? AND h.state = 'HELD_OUT'",
                shopId,
                campaignId);
    }
}

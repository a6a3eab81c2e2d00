package io.siyu.task.recipient;

import io.siyu.content.limit.ContactLimitRepository;
import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The followers that private messages go to, one small row each. */
@ApplicationScoped
public class TaskRecipients {
    /** Noted of who is on another account by now. */
    public static final String MOVED = "MOVED";

    private static final String AS_NEW = "r.state = 'PENDING', r.outcome = NULL, r.note = NULL, r.state_at = NULL,"
            + " r.reported_by = NULL, r.reported_at = NULL, r.replied_at = NULL, r.bought_at = NULL";

    private static final String TO_REOPEN =
            "(r.state = 'MISSED' OR r.reported_at = ? AND (r.outcome IS NULL OR r.outcome <> 'OPT_OUT'))";

    private final Sql sql;
    private final ContactLimitRepository limits;

    TaskRecipients(Sql sql, ContactLimitRepository limits) {
        this.sql = sql;
        this.limits = limits;
    }

    /** Some of a task's recipients, for nobody else to change before the transaction is over. */
    Map<Long, RecipientRow> lock(long shopId, long taskId, Collection<Long> followers) {
        Map<Long, RecipientRow> rows = new HashMap<>();
        for (List<Long> some : InLists.of(new TreeSet<>(followers))) {
            sql.forEach(
                    "SELECT * FROM task_recipient FORCE INDEX (PRIMARY) WHERE shop_id = ? AND task_id = ?"
                            + " AND follower_id IN ("
                            + Sql.places(some.size()) + ") ORDER BY follower_id FOR UPDATE",
                    row -> rows.put(row.longAt("follower_id"), RecipientRow.read(row)),
                    InLists.params(some, shopId, taskId));
        }
        return rows;
    }

    void write(long shopId, long taskId, Collection<RecipientRow> changed) {
        List<Object[]> rows = new ArrayList<>();
        for (RecipientRow row : changed) {
            rows.add(new Object[] {
                row.state(),
                row.outcome(),
                row.note(),
                row.at(),
                row.reportedBy(),
                row.reportedAt(),
                row.repliedAt(),
                row.boughtAt(),
                shopId,
                taskId,
                row.followerId()
            });
        }
        sql.batch(
                "UPDATE task_recipient SET state = ?, outcome = ?, note = ?, state_at = ?, reported_by = ?,"
                        + " reported_at = ?, replied_at = ?, bought_at = ?"
                        + " WHERE shop_id = ? AND task_id = ? AND follower_id = ?",
                rows);
    }

    /** How many are still to be written to. */
    public int countPending(long shopId, long taskId) {
        return sql.first(
                        "SELECT COUNT(*) AS n FROM task_recipient WHERE shop_id = ? AND task_id = ? AND state = 'PENDING'",
                        row -> row.intAt("n"),
                        shopId,
                        taskId)
                .orElseThrow();
    }

    /** Those whom nobody has written to yet are another task's from now on: both are for the same post. */
    public void movePending(long shopId, long fromTaskId, long toTaskId) {
        sql.update(
                "UPDATE task_recipient SET task_id = ? WHERE shop_id = ? AND task_id = ? AND state = 'PENDING'",
                toTaskId,
                shopId,
                fromTaskId);
    }

    /** All followers of an account, but for those who get as many private messages that day as are allowed. */
    public void addFollowersOf(long shopId, long taskId, long accountId, LocalDate day) {
        for (int no = 0; no < limits.limitsOn(shopId, day).privatePerDay(); no++) {
            sql.update(
                    "INSERT INTO task_recipient (shop_id, task_id, follower_id, buyer_id, tier, state, contact_day,"
                            + " contact_no) SELECT f.shop_id, ?, f.id, f.buyer_id, f.tier, 'PENDING', ?, ? FROM follower f"
                            + " FORCE INDEX (follower_account) WHERE f.shop_id = ? AND f.account_id = ?"
                            + " AND f.status = 'ADDED' ON DUPLICATE KEY UPDATE note = task_recipient.note",
                    taskId,
                    day,
                    no,
                    shopId,
                    accountId);
        }
    }

    /** Which of the followers another message is planned for, or was sent to, that day. */
    public Set<Long> listPlannedOn(long shopId, Collection<Long> followers, LocalDate day) {
        Set<Long> planned = new HashSet<>();
        for (List<Long> some : InLists.of(followers)) {
            planned.addAll(sql.list(
                    "SELECT follower_id FROM task_recipient WHERE shop_id = ? AND contact_day = ? AND follower_id IN ("
                            + Sql.places(some.size()) + ")",
                    row -> row.longAt("follower_id"),
                    InLists.params(some, shopId, day)));
        }
        return planned;
    }

    /**
     * Puts these followers onto an account's list, but for those who get another private message that day. Until the
     * transaction ends none of them is lost or goes to another account, and so would stay on it unseen.
     *
     * @return who of them is on it
     */
    public Set<Long> addSome(long shopId, long taskId, long accountId, Collection<Long> followers, LocalDate day) {
        Set<Long> there = new HashSet<>();
        for (List<Long> asked : InLists.of(new TreeSet<>(followers))) {
            List<Long> some = lockFriends(shopId, accountId, asked);
            if (some.isEmpty()) {
                continue;
            }
            // Who comes back onto a list is on it anew.
            sql.update(
                    "DELETE FROM task_recipient WHERE shop_id = ? AND task_id = ? AND state = 'SKIPPED' AND note = ?"
                            + " AND reported_by IS NULL AND follower_id IN (" + Sql.places(some.size()) + ")",
                    InLists.params(some, shopId, taskId, MOVED));
            sql.update(
                    "INSERT INTO task_recipient (shop_id, task_id, follower_id, buyer_id, tier, state, contact_day)"
                            + " SELECT f.shop_id, ?, f.id, f.buyer_id, f.tier, 'PENDING', ? FROM follower f"
                            + " WHERE f.shop_id = ? AND f.status = 'ADDED' AND f.id IN (" + Sql.places(some.size())
                            + ") ON DUPLICATE KEY UPDATE note = task_recipient.note",
                    InLists.params(some, taskId, day, shopId));
            there.addAll(sql.list(
                    "SELECT follower_id FROM task_recipient WHERE shop_id = ? AND task_id = ? AND follower_id IN ("
                            + Sql.places(some.size()) + ")",
                    row -> row.longAt("follower_id"),
                    InLists.params(some, shopId, taskId)));
        }
        return there;
    }

    private List<Long> lockFriends(long shopId, long accountId, List<Long> followers) {
        return sql.list(
                "SELECT id FROM follower FORCE INDEX (PRIMARY) WHERE shop_id = ? AND status = 'ADDED' AND account_id = ?"
                        + " AND id IN (" + Sql.places(followers.size()) + ") ORDER BY id LOCK IN SHARE MODE",
                row -> row.longAt("id"),
                InLists.params(followers, shopId, accountId));
    }

    /** Whether somebody on it is still to be written to, or was told of. */
    public boolean isForAnybody(long shopId, long taskId) {
        return sql.first(
                        "SELECT follower_id FROM task_recipient WHERE shop_id = ? AND task_id = ?"
                                + " AND (state <> 'SKIPPED' OR reported_by IS NOT NULL) LIMIT 1",
                        row -> row.longAt("follower_id"),
                        shopId,
                        taskId)
                .isPresent();
    }

    /** A follower is to be written to by none of these tasks any more. */
    public void skip(long shopId, long followerId, Collection<Long> tasks, String why, Instant now) {
        for (List<Long> some : InLists.of(tasks)) {
            sql.update(
                    "UPDATE task_recipient SET state = 'SKIPPED', note = ?, state_at = ?, contact_day = NULL"
                            + " WHERE shop_id = ? AND follower_id = ? AND state = 'PENDING' AND task_id IN ("
                            + Sql.places(some.size()) + ")",
                    InLists.params(some, why, now, shopId, followerId));
        }
    }

    /**
     * Some whom its holder has chosen. Who is on another list of that day is on both: whichever writes first, the other
     * shows the limit.
     */
    public void addChosen(long shopId, long taskId, List<Long> followers, LocalDate day) {
        sql.update(
                "INSERT INTO task_recipient (shop_id, task_id, follower_id, buyer_id, tier, state, contact_day)"
                        + " SELECT f.shop_id, ?, f.id, f.buyer_id, f.tier, 'PENDING',"
                        + " CASE WHEN k.task_id IS NULL THEN CAST(? AS DATE) END FROM follower f"
                        + " LEFT JOIN task_recipient k ON k.shop_id = f.shop_id AND k.follower_id = f.id"
                        + " AND k.contact_day = ? WHERE f.shop_id = ? AND f.id IN (" + Sql.places(followers.size())
                        + ")"
                        + " ON DUPLICATE KEY UPDATE shop_id = VALUES(shop_id)",
                InLists.params(followers, taskId, day, day, shopId));
    }

    /**
     * Nobody will write to these any more: they are free to be written to by others that day.
     *
     * @param why null where nobody said it
     */
    public void missPending(long shopId, long taskId, String why, Instant now) {
        sql.update(
                "UPDATE task_recipient SET state = 'MISSED', note = ?, state_at = ?, contact_day = NULL"
                        + " WHERE shop_id = ? AND task_id = ? AND state = 'PENDING'",
                why,
                now,
                shopId,
                taskId);
    }

    /** Whose message was reported at that very time. */
    List<Long> sentAt(long shopId, long taskId, Instant told) {
        return sql.list(
                "SELECT follower_id FROM task_recipient WHERE shop_id = ? AND task_id = ? AND state = 'SENT'"
                        + " AND reported_at = ? ORDER BY follower_id",
                row -> row.longAt("follower_id"),
                shopId,
                taskId,
                told);
    }

    /**
     * Who was missed, or reported of at that time, is to be written to again; but for those whom other tasks have planned
     * for that day meanwhile, as many as are allowed.
     *
     * @param told null for the missed alone
     */
    public void reopen(long shopId, long taskId, Instant told, LocalDate day) {
        sql.update(
                "UPDATE task_recipient r SET " + AS_NEW + " WHERE r.shop_id = ? AND r.task_id = ?"
                        + " AND r.contact_day IS NOT NULL AND " + TO_REOPEN,
                shopId,
                taskId,
                told);
        for (int no = 0; no < limits.limitsOn(shopId, day).privatePerDay(); no++) {
            sql.update(
                    "UPDATE task_recipient r LEFT JOIN task_recipient k ON k.shop_id = r.shop_id"
                            + " AND k.follower_id = r.follower_id AND k.contact_day = ? AND k.contact_no = ?"
                            + " SET " + AS_NEW + ", r.contact_day = ?, r.contact_no = ?"
                            + " WHERE r.shop_id = ? AND r.task_id = ? AND r.contact_day IS NULL AND k.task_id IS NULL"
                            + " AND " + TO_REOPEN,
                    day,
                    no,
                    day,
                    no,
                    shopId,
                    taskId,
                    told);
        }
    }

    /** Those who may not be written to any more, because they opted out or are lost, are left out. */
    public void skipUnreachable(long shopId, long taskId, Instant now) {
        sql.update(
                "UPDATE task_recipient r FORCE INDEX (PRIMARY) STRAIGHT_JOIN follower f"
                        + " ON f.shop_id = r.shop_id AND f.id = r.follower_id"
                        + " SET r.state = 'SKIPPED', r.note = f.status, r.state_at = ?"
                        + " WHERE r.shop_id = ? AND r.task_id = ? AND r.state = 'PENDING' AND f.status <> 'ADDED'",
                now,
                shopId,
                taskId);
    }

    /** Which of the followers are no recipients of the task. */
    public Set<Id> strangers(long shopId, long taskId, Collection<Id> followers) {
        Set<Id> strangers = new TreeSet<>(followers);
        if (strangers.isEmpty()) {
            return strangers;
        }
        List<Object> params = new ArrayList<>(List.of(shopId, taskId));
        strangers.forEach(id -> params.add(id.value()));
        strangers.removeAll(Set.copyOf(sql.list(
                "SELECT follower_id FROM task_recipient WHERE shop_id = ? AND task_id = ? AND follower_id IN ("
                        + Sql.places(strangers.size()) + ")",
                row -> Id.of(row.longAt("follower_id")),
                params.toArray())));
        return strangers;
    }
}

package io.siyu.task.recipient;

import io.siyu.content.CopyText;
import io.siyu.content.CopyVariable;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The followers that private messages go to, one small row each. */
@ApplicationScoped
public class TaskRecipients {
    private final Sql sql;

    TaskRecipients(Sql sql) {
        this.sql = sql;
    }

    /**
     * Ticks one follower off, provided that this member of staff holds the task: one statement, so that it cannot slip
     * in after the task was closed.
     *
     * @return whether the row is there and the task is held by the member
     */
    boolean tick(long shopId, long taskId, long staffId, RecipientTick tick, Instant now) {
        return sql.update(
                        "UPDATE task_recipient r JOIN task t ON t.shop_id = r.shop_id AND t.id = r.task_id"
                                + " SET r.state = ?, r.note = ?, r.state_at = ?"
                                + " WHERE r.shop_id = ? AND r.task_id = ? AND r.follower_id = ?"
                                + " AND t.status = 'CLAIMED' AND t.holder_staff_id = ?",
                        tick.state(),
                        tick.note(),
                        now,
                        shopId,
                        taskId,
                        tick.followerId().value(),
                        staffId)
                > 0;
    }

    /** Ticks many off; their ids must be recipients of the task. */
    public void tickAll(long shopId, long taskId, Collection<RecipientTick> ticks, Instant now) {
        List<Object[]> rows = new ArrayList<>();
        for (RecipientTick tick : ticks) {
            rows.add(new Object[] {
                tick.state(),
                tick.note(),
                now,
                shopId,
                taskId,
                tick.followerId().value()
            });
        }
        sql.batch(
                "UPDATE task_recipient SET state = ?, note = ?, state_at = ?"
                        + " WHERE shop_id = ? AND task_id = ? AND follower_id = ?",
                rows);
    }

    /** Those whom nobody has written to yet are another task's from now on: both are for the same post. */
    public void movePending(long shopId, long fromTaskId, long toTaskId) {
        sql.update(
                "UPDATE task_recipient SET task_id = ? WHERE shop_id = ? AND task_id = ? AND state = 'PENDING'",
                toTaskId,
                shopId,
                fromTaskId);
    }

    /** All followers of an account, but for those who get another private message that day. */
    public void addFollowersOf(long shopId, long taskId, long accountId, LocalDate day) {
        sql.update(
                "INSERT INTO task_recipient (shop_id, task_id, follower_id, buyer_id, tier, state, contact_day)"
                        + " SELECT f.shop_id, ?, f.id, f.buyer_id, f.tier, 'PENDING', ? FROM follower f"
                        + " FORCE INDEX (follower_account) WHERE f.shop_id = ? AND f.account_id = ? AND f.status = 'ADDED'"
                        + " ON DUPLICATE KEY UPDATE note = task_recipient.note",
                taskId,
                day,
                shopId,
                accountId);
    }

    /** Nobody will write to these any more: they are free to be written to by others that day. */
    public void missPending(long shopId, long taskId, Instant now) {
        sql.update(
                "UPDATE task_recipient SET state = 'MISSED', state_at = ?, contact_day = NULL"
                        + " WHERE shop_id = ? AND task_id = ? AND state = 'PENDING'",
                now,
                shopId,
                taskId);
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

    public Page<RecipientResponse> list(long shopId, long taskId, PageRequest page) {
        long after = page.cursor(1).map(c -> c.longAt(0)).orElse(0L);
        return Page.of(
                read(" AND r.follower_id > ? ORDER BY r.follower_id LIMIT ?", shopId, taskId, after, page.rowsToRead()),
                page.limit(),
                r -> Cursor.of(r.followerId()));
    }

    RecipientResponse get(long shopId, long taskId, long followerId) {
        return read(" AND r.follower_id = ?", shopId, taskId, followerId).get(0);
    }

    private List<RecipientResponse> read(String condition, Object... params) {
        return sql.list(
                "SELECT r.*, t.copy_text, f.status AS follower_status, f.remark, b.platform_id FROM task_recipient r"
                        + " JOIN task t ON t.shop_id = r.shop_id AND t.id = r.task_id"
                        + " LEFT JOIN follower f ON f.shop_id = r.shop_id AND f.id = r.follower_id"
                        + " LEFT JOIN buyer b ON b.shop_id = r.shop_id AND b.id = r.buyer_id"
                        + " WHERE r.shop_id = ? AND r.task_id = ?" + condition,
                TaskRecipients::response,
                params);
    }

    private static RecipientResponse response(ResultRow row) throws SQLException {
        String remark = row.textAt("remark");
        String nickname = remark == null || remark.isBlank() ? CopyVariable.NICKNAME_FALLBACK : remark.strip();
        RecipientState state = row.enumAt("state", RecipientState.class);
        // Somebody can opt out while the task is being worked on: the very next look must show it.
        boolean gone = state == RecipientState.PENDING && !"ADDED".equals(row.textAt("follower_status"));
        return new RecipientResponse(
                Id.of(row.longAt("follower_id")),
                Id.of(row.longAt("buyer_id")),
                row.textAt("platform_id"),
                remark,
                row.textAt("tier"),
                gone ? RecipientState.SKIPPED : state,
                gone ? row.textAt("follower_status") : row.textAt("note"),
                row.instantAt("state_at"),
                new CopyText(row.textAt("copy_text")).render(Map.of(CopyVariable.NICKNAME, nickname)));
    }
}

package io.siyu.task.sequence;

import io.siyu.follower.audience.AudienceLists;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What became of the steps of sequences, follower by follower: rows that are made once and change as far as they must. */
@ApplicationScoped
class SequenceOccurrences {
    private static final String WHERE_ONE =
            " WHERE shop_id = ? AND sequence_id = ? AND step_day = ? AND follower_id = ?"
                    + " AND basis_day = ? AND state = 'WAITING'";

    private final Sql sql;

    SequenceOccurrences(Sql sql) {
        this.sql = sql;
    }

    List<SequenceOccurrence> listWaiting(FollowerSequence sequence, LocalDate day) {
        SqlFragment waiting = SqlFragment.of(
                        "SELECT o.step_day, o.follower_id, o.basis_day, o.planned_at, f.buyer_id, f.account_id, f.tier,"
                                + " f.status, b.opted_out, ")
                .add(AudienceLists.isNotHeldOutOn(day))
                .add(
                        " AS reached FROM follower_sequence_occurrence o"
                                + " JOIN follower f ON f.shop_id = o.shop_id AND f.id = o.follower_id"
                                + " JOIN buyer b ON b.shop_id = f.shop_id AND b.id = f.buyer_id"
                                + " WHERE o.shop_id = ? AND o.sequence_id = ? AND o.occurrence_day = ?"
                                + " AND o.state = 'WAITING' ORDER BY o.step_day, o.follower_id",
                        sequence.shopId(),
                        sequence.id(),
                        day);
        return sql.list(waiting, SequenceOccurrence::read);
    }

    void leaveOut(
            FollowerSequence sequence,
            Collection<SequenceOccurrence> which,
            SequenceOccurrenceReason why,
            Instant now) {
        List<Object[]> rows = new ArrayList<>();
        which.forEach(one -> rows.add(new Object[] {
            why, now, sequence.shopId(), sequence.id(), one.stepDay(), one.followerId(), one.basisDay()
        }));
        sql.batch(
                "UPDATE follower_sequence_occurrence SET state = 'LEFT_OUT', reason = ?, changed_at = ?" + WHERE_ONE,
                rows);
    }

    /** They are on the list of a task. */
    void plan(
            FollowerSequence sequence, Collection<SequenceOccurrence> which, long taskId, long accountId, Instant now) {
        List<Object[]> rows = new ArrayList<>();
        which.forEach(one -> rows.add(new Object[] {
            taskId, accountId, now, sequence.shopId(), sequence.id(), one.stepDay(), one.followerId(), one.basisDay()
        }));
        sql.batch(
                "UPDATE follower_sequence_occurrence SET state = 'PLANNED', task_id = ?, account_id = ?, changed_at = ?"
                        + WHERE_ONE,
                rows);
    }

    /** Its day is over: whoever still waits was kept by limits up to its end, or went up in another follower. */
    void close(FollowerSequence sequence, LocalDate day, Instant now) {
        sql.update(
                "UPDATE follower_sequence_occurrence o LEFT JOIN follower f ON f.shop_id = o.shop_id"
                        + " AND f.id = o.follower_id SET o.state = 'LEFT_OUT',"
                        + " o.reason = CASE WHEN f.id IS NULL THEN 'NOT_ADDED' ELSE 'LIMIT' END, o.changed_at = ?"
                        + " WHERE o.shop_id = ? AND o.sequence_id = ? AND o.occurrence_day = ? AND o.state = 'WAITING'",
                now,
                sequence.shopId(),
                sequence.id(),
                day);
    }

    /** Those that are on no list yet. */
    void withdrawWaiting(FollowerSequence sequence, SequenceOccurrenceReason why, Instant now) {
        sql.update(
                "UPDATE follower_sequence_occurrence SET state = 'WITHDRAWN', reason = ?, changed_at = ?"
                        + " WHERE shop_id = ? AND sequence_id = ? AND occurrence_day > ? AND state = 'WAITING'",
                why,
                now,
                sequence.shopId(),
                sequence.id(),
                sequence.finishedThrough());
    }

    /** Those on lists of which nothing is to be done any more. */
    void withdrawPlanned(FollowerSequence sequence, Collection<Long> tasks, SequenceOccurrenceReason why, Instant now) {
        List<Object[]> rows = new ArrayList<>();
        tasks.forEach(task -> rows.add(new Object[] {why, now, sequence.shopId(), task}));
        sql.batch(
                "UPDATE follower_sequence_occurrence SET state = 'WITHDRAWN', reason = ?, changed_at = ?"
                        + " WHERE shop_id = ? AND task_id = ? AND state = 'PLANNED'",
                rows);
    }

    /** The lists that were made of it on its last days: older ones have had their time. */
    List<Long> listTasks(FollowerSequence sequence) {
        return sql.list(
                "SELECT DISTINCT task_id FROM follower_sequence_occurrence WHERE shop_id = ? AND sequence_id = ?"
                        + " AND occurrence_day >= ? AND state = 'PLANNED'",
                row -> row.longAt("task_id"),
                sequence.shopId(),
                sequence.id(),
                sequence.finishedThrough());
    }

    /** The lists of a step on an account and a day that can still take somebody, the newest first. */
    List<Long> listOpenTasks(FollowerSequence sequence, LocalDate day, int stepDay, long accountId) {
        return sql.list(
                "SELECT DISTINCT t.id FROM follower_sequence_occurrence o"
                        + " JOIN task t ON t.shop_id = o.shop_id AND t.id = o.task_id AND t.account_id = ?"
                        + " AND t.status IN ('PLANNED', 'OPEN') WHERE o.shop_id = ? AND o.sequence_id = ?"
                        + " AND o.occurrence_day = ? AND o.step_day = ? AND o.state = 'PLANNED' ORDER BY t.id DESC",
                row -> row.longAt("id"),
                accountId,
                sequence.shopId(),
                sequence.id(),
                day,
                stepDay);
    }

    /** The undone lists on which a follower still waits for a message, whoever was put onto them first. */
    List<Long> listUndoneTasksOf(long shopId, long followerId) {
        return sql.list(
                "SELECT t.id FROM task_recipient r JOIN task t ON t.shop_id = r.shop_id AND t.id = r.task_id"
                        + " AND t.status IN ('PLANNED', 'OPEN', 'CLAIMED') AND t.occurrence LIKE 'seq/%'"
                        + " WHERE r.shop_id = ? AND r.follower_id = ? AND r.state = 'PENDING' ORDER BY t.id",
                row -> row.longAt("id"), shopId, followerId);
    }

    /** A follower who was taken off these lists waits to be put onto others, if the day is not over. */
    void waitAgain(long shopId, long followerId, Collection<Long> tasks, Instant now) {
        for (List<Long> some : InLists.of(tasks)) {
            sql.update(
                    "UPDATE follower_sequence_occurrence o JOIN follower_sequence q ON q.shop_id = o.shop_id"
                            + " AND q.id = o.sequence_id AND q.status = 'ACTIVE' AND q.finished_through < o.occurrence_day"
                            + " SET o.state = 'WAITING', o.task_id = NULL, o.account_id = NULL, o.changed_at = ?"
                            + " WHERE o.shop_id = ? AND o.follower_id = ? AND o.state = 'PLANNED' AND o.task_id IN ("
                            + Sql.places(some.size()) + ")",
                    InLists.params(some, now, shopId, followerId));
        }
    }
}

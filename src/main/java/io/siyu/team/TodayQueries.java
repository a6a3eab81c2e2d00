package io.siyu.team;

import io.siyu.campaign.CampaignStatus;
import io.siyu.feedback.FeedbackStatus;
import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.team.TodayResponse.Answer;
import io.siyu.team.TodayResponse.Overdue;
import io.siyu.team.TodayResponse.Pool;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Looks for what waits for somebody in a shop. */
@ApplicationScoped
class TodayQueries {
    private static final int MOST = 200;

    private final Sql sql;

    TodayQueries(Sql sql) {
        this.sql = sql;
    }

    /** @param staffId whose only; null for everybody's */
    List<Overdue> overdue(long shopId, Long staffId, Instant now) {
        SqlFragment query = SqlFragment.of(
                        "SELECT t.assignee_staff_id, MAX(s.display_name) AS staff, t.account_id, MAX(a.name) AS account,"
                                + " COUNT(*) AS n, MIN(t.due_at) AS since FROM task t"
                                + " LEFT JOIN staff s ON s.shop_id = t.shop_id AND s.id = t.assignee_staff_id"
                                + " LEFT JOIN account a ON a.shop_id = t.shop_id AND a.id = t.account_id"
                                + " WHERE t.shop_id = ? AND t.status IN ('OPEN', 'CLAIMED') AND t.due_at < ?",
                        shopId,
                        now)
                .add(staffId == null ? SqlFragment.EMPTY : SqlFragment.of(" AND t.assignee_staff_id = ?", staffId))
                .add(" GROUP BY t.assignee_staff_id, t.account_id ORDER BY since LIMIT " + MOST);
        return sql.list(
                query,
                row -> new Overdue(
                        Id.ofNullable(row.nullableLongAt("assignee_staff_id")),
                        row.textAt("staff"),
                        Id.ofNullable(row.nullableLongAt("account_id")),
                        row.textAt("account"),
                        row.intAt("n"),
                        row.instantAt("since")));
    }

    Pool pool(long shopId, Instant now) {
        return sql.list(
                        "SELECT COUNT(*) AS n, COALESCE(SUM(due_at < ?), 0) AS late, MIN(opens_at) AS since FROM task"
                                + " WHERE shop_id = ? AND assignee_staff_id IS NULL AND status = 'OPEN'",
                        row -> new Pool(row.intAt("n"), row.intAt("late"), row.instantAt("since")),
                        now,
                        shopId)
                .get(0);
    }

    /** A campaign on its way to its start. */
    record Coming(Id id, String name, CampaignStatus status, LocalDate startDay) {}

    /** Those that start in these days, both included, and are not ready. */
    List<Coming> notReady(long shopId, LocalDate from, LocalDate to) {
        return sql.list(
                "SELECT id, name, status, start_day FROM campaign WHERE shop_id = ? AND start_day BETWEEN ? AND ?"
                        + " AND status IN ('DRAFT', 'REVIEW', 'PREPARING') ORDER BY start_day, id LIMIT " + MOST,
                row -> new Coming(
                        Id.of(row.longAt("id")),
                        row.textAt("name"),
                        row.enumAt("status", CampaignStatus.class),
                        row.dayAt("start_day")),
                shopId,
                from,
                to);
    }

    /** @param staffId what this person answers for only; null for all */
    List<Answer> feedback(long shopId, Long staffId, Instant now) {
        SqlFragment query = SqlFragment.of(
                        "SELECT f.id, f.status, f.owner_staff_id, s.display_name, f.due_at FROM feedback f"
                                + " LEFT JOIN staff s ON s.shop_id = f.shop_id AND s.id = f.owner_staff_id"
                                + " WHERE f.shop_id = ? AND f.status IN ('NEW', 'TRIAGED', 'REOPENED') AND f.due_at < ?",
                        shopId,
                        now)
                .add(staffId == null ? SqlFragment.EMPTY : SqlFragment.of(" AND f.owner_staff_id = ?", staffId))
                .add(" ORDER BY f.due_at, f.id LIMIT " + MOST);
        return sql.list(
                query,
                row -> new Answer(
                        Id.of(row.longAt("id")),
                        row.enumAt("status", FeedbackStatus.class),
                        Id.ofNullable(row.nullableLongAt("owner_staff_id")),
                        row.textAt("display_name"),
                        row.instantAt("due_at")));
    }
}

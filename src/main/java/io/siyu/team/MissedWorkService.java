package io.siyu.team;

import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.shop.Shop;
import io.siyu.task.TaskKind;
import io.siyu.task.TaskStatus;
import io.siyu.team.MissedWorkResponse.Recipients;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The ledger of missed work: what was due in some days and expired or was skipped, and whom nobody wrote to (R13). */
@ApplicationScoped
public class MissedWorkService {
    private static final int DEFAULT_DAYS = 30;
    private static final int MOST_DAYS = 366;

    private static final String ROW = """
            SELECT t.id, t.kind, t.title, t.status, t.reason, t.account_id, a.name AS account, t.assignee_staff_id,
                   s.display_name AS staff, t.campaign_id, t.due_at, t.closed_at,
                   (SELECT COUNT(*) FROM task_recipient r WHERE r.shop_id = t.shop_id AND r.task_id = t.id) AS total,
                   (SELECT COUNT(*) FROM task_recipient r WHERE r.shop_id = t.shop_id AND r.task_id = t.id
                       AND r.state = 'SENT') AS sent,
                   (SELECT COUNT(*) FROM task_recipient r WHERE r.shop_id = t.shop_id AND r.task_id = t.id
                       AND r.state = 'MISSED') AS missed
            FROM task t
            LEFT JOIN account a ON a.shop_id = t.shop_id AND a.id = t.account_id
            LEFT JOIN staff s ON s.shop_id = t.shop_id AND s.id = t.assignee_staff_id
            """;

    private final Sql sql;
    private final Clock clock;

    MissedWorkService(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * In the order in which it was due.
     *
     * @param from null for thirty days before the last one
     * @param to the shop's day, included; null for today
     */
    public Page<MissedWorkResponse> list(Shop shop, LocalDate from, LocalDate to, PageRequest page) {
        LocalDate last = Objects.requireNonNullElse(to, shop.today(clock));
        LocalDate first = Objects.requireNonNullElse(from, last.minusDays(DEFAULT_DAYS));
        if (first.isAfter(last) || first.plusDays(MOST_DAYS).isBefore(last)) {
            throw ErrorCode.VALIDATION_FAILED.problem("to", "Range", "At most 366 days, from the first to the last.");
        }
        SqlFragment due = SqlFragment.of(
                        "t.shop_id = ? AND t.due_at >= ? AND t.due_at < ?",
                        shop.id(),
                        first.atStartOfDay(shop.zone()).toInstant(),
                        last.plusDays(1).atStartOfDay(shop.zone()).toInstant())
                .add(page.cursor(2).map(MissedWorkService::behind).orElse(SqlFragment.EMPTY));
        List<SqlFragment> ranges = Stream.of(
                        "t.status = 'EXPIRED'",
                        "t.status = 'SKIPPED'",
                        "t.status = 'DONE' AND t.kind = 'PRIVATE' AND EXISTS (SELECT 1 FROM task_recipient r"
                                + " WHERE r.shop_id = t.shop_id AND r.task_id = t.id AND r.state = 'MISSED')")
                .map(which -> SqlFragment.of("(" + ROW + " WHERE ")
                        .add(due)
                        .add(" AND " + which + " ORDER BY t.due_at, t.id LIMIT " + page.rowsToRead() + ")"))
                .toList();
        List<MissedWorkResponse> rows = sql.list(
                SqlFragment.join(" UNION ALL ", ranges).add(" ORDER BY due_at, id LIMIT " + page.rowsToRead()),
                MissedWorkService::read);
        return Page.of(rows, page.limit(), row -> Cursor.of(row.dueAt(), row.taskId()));
    }

    private static SqlFragment behind(Cursor cursor) {
        return SqlFragment.of(
                " AND t.due_at >= ? AND (t.due_at > ? OR t.id > ?)",
                cursor.instantAt(0),
                cursor.instantAt(0),
                cursor.longAt(1));
    }

    private static MissedWorkResponse read(ResultRow row) throws SQLException {
        TaskKind kind = row.enumAt("kind", TaskKind.class);
        return new MissedWorkResponse(
                Id.of(row.longAt("id")),
                kind,
                row.textAt("title"),
                row.enumAt("status", TaskStatus.class),
                row.textAt("reason"),
                Id.ofNullable(row.nullableLongAt("account_id")),
                row.textAt("account"),
                Id.ofNullable(row.nullableLongAt("assignee_staff_id")),
                row.textAt("staff"),
                Id.ofNullable(row.nullableLongAt("campaign_id")),
                row.instantAt("due_at"),
                row.instantAt("closed_at"),
                kind == TaskKind.PRIVATE
                        ? new Recipients(row.intAt("total"), row.intAt("sent"), row.intAt("missed"))
                        : null);
    }
}

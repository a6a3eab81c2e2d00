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
import io.siyu.task.ExpiryReason;
import io.siyu.task.TaskKind;
import io.siyu.task.TaskStatus;
import io.siyu.team.MissedWorkPage.Totals;
import io.siyu.team.MissedWorkResponse.MissedRecipients;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The ledger of missed work: what was due in some days and expired or was skipped, and whom nobody wrote to (R13). */
@ApplicationScoped
public class MissedWorkService {
    private static final int DEFAULT_DAYS = 30;
    private static final int MOST_DAYS = 366;

    private static final String ROW = """
            SELECT t.id, t.kind, t.title, t.status, t.reason, t.reason_code, t.account_id, a.name AS account, t.assignee_staff_id,
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

    private static final String TOTALS =
            "SELECT COUNT(DISTINCT t.id) AS n, COUNT(r.task_id) AS recipients, COALESCE(SUM(r.state = 'MISSED'), 0) AS missed"
                    + " FROM task t LEFT JOIN task_recipient r ON r.shop_id = t.shop_id AND r.task_id = t.id WHERE ";

    /** What was withdrawn, moved or settled otherwise is not missed. */
    private static final List<String> MISSED = List.of(
            "t.status = 'EXPIRED' AND (t.reason_code IS NULL OR t.reason_code IN ("
                    + ExpiryReason.missed().stream()
                            .map(reason -> "'" + reason + "'")
                            .collect(Collectors.joining(", "))
                    + "))",
            "t.status = 'SKIPPED'",
            "t.status = 'DONE' AND EXISTS (SELECT 1 FROM task_recipient m"
                    + " WHERE m.shop_id = t.shop_id AND m.task_id = t.id AND m.state = 'MISSED')");

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
    public MissedWorkPage list(Shop shop, LocalDate from, LocalDate to, PageRequest page) {
        LocalDate last = Objects.requireNonNullElse(to, shop.today(clock));
        LocalDate first = Objects.requireNonNullElse(from, last.minusDays(DEFAULT_DAYS));
        if (first.isAfter(last) || first.plusDays(MOST_DAYS).isBefore(last)) {
            throw ErrorCode.VALIDATION_FAILED.problem("to", "Range", "At most 366 days, from the first to the last.");
        }
        SqlFragment ofDays = SqlFragment.of(
                "t.shop_id = ? AND t.due_at >= ? AND t.due_at < ?",
                shop.id(),
                first.atStartOfDay(shop.zone()).toInstant(),
                last.plusDays(1).atStartOfDay(shop.zone()).toInstant());
        SqlFragment due =
                ofDays.add(page.cursor(2).map(MissedWorkService::behind).orElse(SqlFragment.EMPTY));
        List<SqlFragment> ranges = MISSED.stream()
                .map(which -> SqlFragment.of("(" + ROW + " WHERE ")
                        .add(due)
                        .add(" AND " + which + " ORDER BY t.due_at, t.id LIMIT " + page.rowsToRead() + ")"))
                .toList();
        List<MissedWorkResponse> rows = sql.list(
                SqlFragment.join(" UNION ALL ", ranges).add(" ORDER BY due_at, id LIMIT " + page.rowsToRead()),
                MissedWorkService::read);
        Page<MissedWorkResponse> cut = Page.of(rows, page.limit(), row -> Cursor.of(row.dueAt(), row.taskId()));
        return new MissedWorkPage(cut.items(), cut.next(), totals(ofDays));
    }

    private Totals totals(SqlFragment ofDays) {
        List<Totals> parts = sql.list(
                SqlFragment.join(
                        " UNION ALL ",
                        MISSED.stream()
                                .map(which -> SqlFragment.of(TOTALS).add(ofDays).add(" AND " + which))
                                .toList()),
                row -> new Totals(row.intAt("n"), row.intAt("recipients"), row.intAt("missed")));
        return parts.stream()
                .reduce(
                        new Totals(0, 0, 0),
                        (one, other) -> new Totals(
                                one.tasks() + other.tasks(),
                                one.recipients() + other.recipients(),
                                one.missed() + other.missed()));
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
                row.enumAt("reason_code", ExpiryReason.class),
                Id.ofNullable(row.nullableLongAt("account_id")),
                row.textAt("account"),
                Id.ofNullable(row.nullableLongAt("assignee_staff_id")),
                row.textAt("staff"),
                Id.ofNullable(row.nullableLongAt("campaign_id")),
                row.instantAt("due_at"),
                row.instantAt("closed_at"),
                kind.hasRecipients()
                        ? new MissedRecipients(row.intAt("total"), row.intAt("sent"), row.intAt("missed"))
                        : null);
    }
}

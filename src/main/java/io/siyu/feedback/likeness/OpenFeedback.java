package io.siyu.feedback.likeness;

import io.siyu.feedback.FeedbackStatus;
import io.siyu.feedback.FeedbackSubject;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Open feedback that another one may be like: the newest of the shop, and of those about the same thing. */
@ApplicationScoped
class OpenFeedback {
    /** Of each status and of each subject; what is read stays bounded, however much lies open. */
    static final int MOST = 300;

    private static final List<FeedbackStatus> OPEN =
            List.of(FeedbackStatus.NEW, FeedbackStatus.TRIAGED, FeedbackStatus.REOPENED);

    private final Sql sql;

    OpenFeedback(Sql sql) {
        this.sql = sql;
    }

    /** As much of a feedback as is compared. */
    record Compared(long id, String kind, String text, FeedbackSubject subject) {}

    /** @param concerned only what this member reported or answers for; null for all */
    List<Compared> listBeside(long shopId, Compared one, Long concerned) {
        List<SqlFragment> ranges = new ArrayList<>();
        for (FeedbackStatus status : OPEN) {
            ranges.add(newest(SqlFragment.of("shop_id = ? AND status = ?", shopId, status)));
        }
        for (SubjectKind kind : SubjectKind.values()) {
            if (kind.of(one.subject()) != null) {
                ranges.add(newest(SqlFragment.of(
                        "shop_id = ? AND " + kind.column() + " = ? AND status IN ('NEW', 'TRIAGED', 'REOPENED')",
                        shopId,
                        kind.of(one.subject()))));
            }
        }
        SqlFragment query = SqlFragment.of(
                        "SELECT f.id, f.kind, f.text, f.task_id, f.script_id, f.follower_id, f.campaign_id, f.order_id,"
                                + " f.product FROM feedback f JOIN (")
                .add(SqlFragment.join(" UNION ", ranges))
                .add(") u ON u.id = f.id WHERE f.shop_id = ? AND f.id <> ?", shopId, one.id());
        return sql.list(
                concerned == null
                        ? query
                        : query.add(" AND (f.reporter_staff_id = ? OR f.owner_staff_id = ?)", concerned, concerned),
                OpenFeedback::read);
    }

    private static SqlFragment newest(SqlFragment which) {
        return SqlFragment.of("(SELECT id FROM feedback WHERE ").add(which).add(" ORDER BY id DESC LIMIT ?)", MOST);
    }

    private static Compared read(ResultRow row) throws SQLException {
        return new Compared(
                row.longAt("id"),
                row.textAt("kind"),
                row.textAt("text"),
                new FeedbackSubject(
                        row.nullableLongAt("task_id"),
                        row.nullableLongAt("script_id"),
                        row.nullableLongAt("follower_id"),
                        row.nullableLongAt("campaign_id"),
                        row.nullableLongAt("order_id"),
                        row.textAt("product")));
    }
}

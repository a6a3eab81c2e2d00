package io.siyu.feedback.board;

import io.siyu.feedback.FeedbackStatus;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** What the board tells of all feedback, each read from one index. */
@ApplicationScoped
class FeedbackBoardFigures {
    private final Sql sql;

    FeedbackBoardFigures(Sql sql) {
        this.sql = sql;
    }

    Map<FeedbackStatus, Long> overdue(long shopId, Instant now) {
        Map<FeedbackStatus, Long> overdue = new EnumMap<>(FeedbackStatus.class);
        sql.forEach(
                "SELECT status, COUNT(*) AS n FROM feedback WHERE shop_id = ?"
                        + " AND status IN ('NEW', 'TRIAGED', 'REOPENED') AND due_at < ? GROUP BY status",
                row -> overdue.put(row.enumAt("status", FeedbackStatus.class), row.longAt("n")),
                shopId,
                now);
        return overdue;
    }

    /** Of loops that were closed from one instant until before another. */
    LoopTimes loops(long shopId, Instant from, Instant until) {
        return new LoopTimes(sql.list(
                "SELECT loop_minutes FROM feedback WHERE shop_id = ? AND confirmed_at >= ? AND confirmed_at < ?",
                row -> row.intAt("loop_minutes"),
                shopId,
                from,
                until));
    }
}

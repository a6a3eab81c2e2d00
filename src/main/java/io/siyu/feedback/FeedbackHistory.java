package io.siyu.feedback;

import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every step of a feedback, with who took it. */
@ApplicationScoped
public class FeedbackHistory {
    private final Sql sql;

    public FeedbackHistory(Sql sql) {
        this.sql = sql;
    }

    public void add(Feedback feedback, FeedbackStatus from, long by, String note, Instant now) {
        sql.update(
                "INSERT INTO feedback_event (shop_id, id, feedback_id, from_status, to_status, at, by_staff_id,"
                        + " owner_staff_id, note) VALUES (?,?,?,?,?,?,?,?,?)",
                feedback.shopId(),
                Id.nextValue(),
                feedback.id(),
                from,
                feedback.status(),
                now,
                by,
                feedback.ownerStaffId(),
                note);
    }

    /** Who said last what came of it. */
    public Optional<Long> lastToAct(Feedback feedback) {
        return sql.first(
                "SELECT by_staff_id FROM feedback_event WHERE shop_id = ? AND feedback_id = ? AND to_status = ?"
                        + " AND from_status <> ? ORDER BY at DESC, id DESC LIMIT 1",
                row -> row.longAt("by_staff_id"),
                feedback.shopId(),
                feedback.id(),
                FeedbackStatus.ACTIONED,
                FeedbackStatus.ACTIONED);
    }

    public List<FeedbackStep> list(long shopId, long feedbackId) {
        return sql.list(
                "SELECT * FROM feedback_event WHERE shop_id = ? AND feedback_id = ? ORDER BY id",
                row -> new FeedbackStep(
                        row.enumAt("from_status", FeedbackStatus.class),
                        row.enumAt("to_status", FeedbackStatus.class),
                        row.instantAt("at"),
                        Id.of(row.longAt("by_staff_id")),
                        Id.ofNullable(row.nullableLongAt("owner_staff_id")),
                        row.textAt("note")),
                shopId,
                feedbackId);
    }
}

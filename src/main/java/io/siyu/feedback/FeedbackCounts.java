package io.siyu.feedback;

import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many feedbacks a shop has in each status, kept by difference. */
@ApplicationScoped
public class FeedbackCounts {
    private final Sql sql;

    public FeedbackCounts(Sql sql) {
        this.sql = sql;
    }

    /**
     * Last in the transaction of the step, so that nobody who waits for these rows holds others up with further ones.
     *
     * @param from null for a new one
     */
    public void move(long shopId, FeedbackStatus from, FeedbackStatus to) {
        if (from == to) {
            return;
        }
        List<Object[]> rows = new ArrayList<>();
        rows.add(new Object[] {shopId, to.name(), 1});
        if (from != null) {
            rows.add(new Object[] {shopId, from.name(), -1});
        }
        // In one order, for two steps in opposite directions.
        rows.sort(Comparator.comparing(row -> row[1].toString()));
        sql.insert(
                new Sql.Insertion(
                        "INSERT INTO feedback_count (shop_id, status, feedbacks)",
                        "ON DUPLICATE KEY UPDATE feedbacks = feedbacks + VALUES(feedbacks)"),
                rows);
    }

    public Map<FeedbackStatus, Long> list(long shopId) {
        Map<FeedbackStatus, Long> counts = new EnumMap<>(FeedbackStatus.class);
        sql.forEach(
                "SELECT status, feedbacks FROM feedback_count WHERE shop_id = ?",
                row -> counts.put(row.enumAt("status", FeedbackStatus.class), row.longAt("feedbacks")),
                shopId);
        return counts;
    }
}

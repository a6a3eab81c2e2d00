package io.siyu.feedback;

import io.siyu.buyer.person.BuyerErased;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What was reported about a person who was erased: that it was, and what came of it, stays; the words go. */
@ApplicationScoped
public class FeedbackOfErased {
    private static final String ERASED = "—";

    private final Sql sql;

    public FeedbackOfErased(Sql sql) {
        this.sql = sql;
    }

    /** A follower has the id of its buyer. */
    void onBuyerErased(@Observes BuyerErased event) {
        for (long follower : event.buyerIds()) {
            sql.update(
                    "UPDATE feedback f JOIN feedback_event e ON e.shop_id = f.shop_id AND e.feedback_id = f.id"
                            + " SET e.note = NULL WHERE f.shop_id = ? AND f.follower_id = ?",
                    event.shopId(),
                    follower);
            sql.update(
                    "UPDATE feedback SET text = ?, note = NULL, reason = IF(reason IS NULL, NULL, ?),"
                            + " answer = IF(answer IS NULL, NULL, ?), version = version + 1"
                            + " WHERE shop_id = ? AND follower_id = ?",
                    ERASED,
                    ERASED,
                    ERASED,
                    event.shopId(),
                    follower);
        }
    }
}

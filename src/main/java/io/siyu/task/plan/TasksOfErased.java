package io.siyu.task.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.siyu.buyer.person.BuyerErased;
import io.siyu.platform.sql.Sql;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.util.List;

/** Work that was done with a person stays counted; what staff wrote about the person in it goes. */
@ApplicationScoped
class TasksOfErased {
    /** They end what is still to be done, and have to see the tasks as they are left here. */
    private static final int BEFORE_FOLLOWERS = 50;

    private final Sql sql;
    private final ObjectMapper json;

    TasksOfErased(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    private record Result(long taskId, String text) {}

    /** A follower has the id of its buyer. */
    void onBuyerErased(@Observes @Priority(BEFORE_FOLLOWERS) BuyerErased event) {
        long shopId = event.shopId();
        for (long follower : event.buyerIds()) {
            sql.update(
                    "UPDATE task_recipient SET note = NULL WHERE shop_id = ? AND follower_id = ? AND state IN"
                            + " ('SENT', 'FAILED')",
                    shopId,
                    follower);
            sql.update(
                    "UPDATE task_recipient SET note = 'ERASED' WHERE shop_id = ? AND follower_id = ?"
                            + " AND state IN ('SKIPPED', 'MISSED')",
                    shopId,
                    follower);
            sql.update(
                    "UPDATE task t JOIN task_event e ON e.shop_id = t.shop_id AND e.task_id = t.id SET e.detail = NULL"
                            + " WHERE t.shop_id = ? AND t.follower_id = ?",
                    shopId,
                    follower);
            sql.update(
                    // A welcome calls the person by name.
                    "UPDATE task SET reason = NULL, copy_text = CASE WHEN kind = 'WELCOME' THEN NULL ELSE copy_text END,"
                            + " version = version + 1 WHERE shop_id = ? AND follower_id = ?",
                    shopId,
                    follower);
            results(shopId, follower)
                    .forEach(result -> sql.update(
                            "UPDATE task SET result = ? WHERE shop_id = ? AND id = ?",
                            withoutNote(result.text()),
                            shopId,
                            result.taskId()));
        }
    }

    private List<Result> results(long shopId, long follower) {
        return sql.list(
                "SELECT id, result FROM task WHERE shop_id = ? AND follower_id = ? AND result IS NOT NULL",
                row -> new Result(row.longAt("id"), row.textAt("result")),
                shopId,
                follower);
    }

    private String withoutNote(String text) {
        try {
            JsonNode result = json.readTree(text);
            result.findParents("note").forEach(holder -> ((ObjectNode) holder).putNull("note"));
            return json.writeValueAsString(result);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored completion is not readable", e);
        }
    }
}

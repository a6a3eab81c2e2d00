package io.siyu.retrospective;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.siyu.buyer.Tier;
import io.siyu.content.PostKind;
import io.siyu.follower.contact.ContactRule;
import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;
import io.siyu.retrospective.work.Named;
import io.siyu.retrospective.work.Recipients;
import io.siyu.retrospective.work.TaskFact;
import io.siyu.retrospective.work.TaskRecipients;
import io.siyu.task.TaskKind;
import io.siyu.task.TaskStatus;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads what was done for a campaign: it has a task a post and account, so they are counted in memory. What follows a
 * post is no part of it.
 */
@ApplicationScoped
class CampaignWork {
    private final Sql sql;
    private final ObjectMapper json;

    CampaignWork(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    List<TaskFact> listTasks(long shopId, long campaignId) {
        return sql.list("""
                SELECT t.id, t.kind, t.status, t.campaign_day, t.post_id, t.title, t.script_id, t.account_id, t.opens_at,
                       t.due_at, t.closed_at, t.reason, t.result, a.name AS account_name, s.display_name AS staff_name,
                       c.title AS script_title, COALESCE(t.closed_by_staff_id, t.assignee_staff_id) AS staff_id
                FROM task t
                LEFT JOIN account a ON a.shop_id = t.shop_id AND a.id = t.account_id
                LEFT JOIN staff s ON s.shop_id = t.shop_id AND s.id = COALESCE(t.closed_by_staff_id, t.assignee_staff_id)
                LEFT JOIN script c ON c.shop_id = t.shop_id AND c.id = t.script_id
                WHERE t.shop_id = ? AND t.campaign_id = ? AND t.post_id IS NOT NULL
                ORDER BY t.opens_at, t.post_id, t.account_id
                """, this::fact, shopId, campaignId);
    }

    private TaskFact fact(ResultRow row) throws SQLException {
        JsonNode result = result(row.textAt("result"));
        return new TaskFact(
                Id.of(row.longAt("id")),
                row.enumAt("kind", TaskKind.class),
                row.enumAt("status", TaskStatus.class),
                row.nullableIntAt("campaign_day"),
                Named.of(row.nullableLongAt("post_id"), row.textAt("title")),
                Named.of(row.nullableLongAt("script_id"), row.textAt("script_title")),
                Named.of(row.nullableLongAt("account_id"), row.textAt("account_name")),
                Named.of(row.nullableLongAt("staff_id"), row.textAt("staff_name")),
                row.instantAt("opens_at"),
                row.instantAt("due_at"),
                row.instantAt("closed_at"),
                row.textAt("reason"),
                result.path("likes").asInt(),
                result.path("comments").asInt(),
                result.path("replies").asInt());
    }

    private JsonNode result(String text) {
        try {
            return json.readTree(text == null ? "{}" : text).path("result");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored completion is not readable", e);
        }
    }

    /** Of each task and tier. */
    List<TaskRecipients> listRecipients(long shopId, long campaignId) {
        return sql.list(
                """
                SELECT t.id, r.tier, COUNT(*) AS n, SUM(r.state = 'SENT') AS sent, SUM(r.state = 'FAILED') AS failed,
                       SUM(r.state = 'SKIPPED') AS skipped, SUM(r.state = 'MISSED') AS missed,
                       SUM(r.state = 'PENDING') AS pending
                FROM task t JOIN task_recipient r ON r.shop_id = t.shop_id AND r.task_id = t.id
                WHERE t.shop_id = ? AND t.campaign_id = ? AND t.post_id IS NOT NULL
                GROUP BY t.id, r.tier ORDER BY t.id, r.tier
                """,
                row -> new TaskRecipients(
                        Id.of(row.longAt("id")),
                        row.enumAt("tier", Tier.class),
                        new Recipients(
                                row.intAt("n"),
                                row.intAt("sent"),
                                row.intAt("failed"),
                                row.intAt("skipped"),
                                row.intAt("missed"),
                                row.intAt("pending"))),
                shopId,
                campaignId);
    }

    /** Of the posts that were not taken back, their kinds. */
    List<PostKind> listPosts(long shopId, long campaignId) {
        return sql.list(
                "SELECT p.kind FROM campaign_post p WHERE p.shop_id = ? AND p.campaign_id = ? AND p.removed = FALSE",
                row -> row.enumAt("kind", PostKind.class),
                shopId,
                campaignId);
    }

    Map<ContactRule, Integer> breaches(long shopId, long campaignId) {
        Map<ContactRule, Integer> breaches = new TreeMap<>();
        sql.forEach(
                "SELECT b.broken, COUNT(*) AS n FROM contact_breach b WHERE b.shop_id = ? AND b.campaign_id = ?"
                        + " GROUP BY b.broken",
                row -> breaches.put(row.enumAt("broken", ContactRule.class), row.intAt("n")),
                shopId,
                campaignId);
        return breaches;
    }

    RetrospectiveResponse.FeedbackLoop feedback(long shopId, long campaignId) {
        return sql.first(
                        """
                        SELECT COUNT(*) AS reported, COUNT(confirmed_at) AS confirmed, AVG(loop_minutes) AS minutes
                        FROM feedback WHERE shop_id = ? AND campaign_id = ?
                        """,
                        row -> new RetrospectiveResponse.FeedbackLoop(
                                row.longAt("reported"), row.longAt("confirmed"), row.nullableLongAt("minutes")),
                        shopId,
                        campaignId)
                .orElseThrow();
    }
}

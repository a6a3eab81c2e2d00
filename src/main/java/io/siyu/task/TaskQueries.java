package io.siyu.task;

import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.sql.Sql;
import io.siyu.task.TaskResponse.FollowerRef;
import io.siyu.task.TaskResponse.RecipientCounts;
import io.siyu.task.TaskScope.Branch;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads tasks as clients see them: three statements a page, however long it is. */
@ApplicationScoped
public class TaskQueries {
    private static final String WITH_NAMES = """
            SELECT t.*, a.name AS account_name, a.persona AS account_persona, c.name AS campaign_name,
                   s.display_name AS assignee_name, h.display_name AS holder_name
            FROM (%s) k
            JOIN task t ON t.shop_id = k.shop_id AND t.id = k.id
            LEFT JOIN account a ON a.shop_id = t.shop_id AND a.id = t.account_id
            LEFT JOIN campaign c ON c.shop_id = t.shop_id AND c.id = t.campaign_id
            LEFT JOIN staff s ON s.shop_id = t.shop_id AND s.id = t.assignee_staff_id
            LEFT JOIN staff h ON h.shop_id = t.shop_id AND h.id = t.holder_staff_id
            ORDER BY t.due_at, t.priority, t.id
            """;

    private final Sql sql;
    private final TaskRows rows;
    private final Clock clock;

    public TaskQueries(Sql sql, TaskRows rows, Clock clock) {
        this.sql = sql;
        this.rows = rows;
        this.clock = clock;
    }

    public Page<TaskResponse> list(List<Branch> branches, TaskFilter filter, PageRequest page) {
        Optional<Cursor> after = page.cursor(3);
        if (branches.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        Instant now = clock.instant();
        TaskQueue keys = TaskQueue.of(branches, filter, filter.statuses(), after, now, page.rowsToRead());
        return Page.of(
                read(keys.text(), now, keys.params()), page.limit(), t -> Cursor.of(t.dueAt(), t.priority(), t.id()));
    }

    /** The ids of what can be taken, the most urgent first. */
    public List<Key> listTakeable(List<Branch> branches, List<TaskKind> kinds, int limit) {
        if (branches.isEmpty()) {
            return List.of();
        }
        TaskQueue keys = TaskQueue.of(
                branches,
                TaskFilter.takeable(kinds),
                List.of(TaskStatus.OPEN),
                Optional.empty(),
                clock.instant(),
                limit);
        return sql.list(keys.text(), r -> new Key(r.longAt("shop_id"), r.longAt("id")), keys.params());
    }

    public record Key(long shopId, long taskId) {}

    public TaskResponse get(long shopId, long taskId) {
        return read("SELECT shop_id, id FROM task WHERE shop_id = ? AND id = ?", clock.instant(), shopId, taskId)
                .stream()
                .findFirst()
                .orElseThrow(() -> ErrorCode.NOT_FOUND.problem("There is no such task."));
    }

    private List<TaskResponse> read(String keys, Instant now, Object... params) {
        List<TaskResponse> tasks = sql.list(WITH_NAMES.formatted(keys), row -> rows.read(row, now), params);
        Map<Id, List<TaskResponse>> byShop = tasks.stream().collect(Collectors.groupingBy(TaskResponse::shopId));
        Map<Id, RecipientCounts> counts = new HashMap<>();
        Map<Id, FollowerRef> followers = new HashMap<>();
        byShop.forEach((shop, ofShop) -> {
            counts.putAll(counts(shop, ofShop));
            followers.putAll(followers(shop, ofShop));
        });
        return tasks.stream()
                .map(t -> t.with(followers.get(t.id()), counts.getOrDefault(t.id(), RecipientCounts.NONE)))
                .toList();
    }

    private Map<Id, RecipientCounts> counts(Id shop, List<TaskResponse> tasks) {
        List<Id> privates = idsOf(tasks, TaskKind.PRIVATE);
        if (privates.isEmpty()) {
            return Map.of();
        }
        Map<Id, RecipientCounts> counts = new HashMap<>();
        sql.list(
                "SELECT task_id, COUNT(*) AS n, SUM(state = 'PENDING') AS pending, SUM(state = 'SENT') AS sent,"
                        + " SUM(state = 'FAILED') AS failed, SUM(state = 'SKIPPED') AS skipped,"
                        + " SUM(state = 'MISSED') AS missed FROM task_recipient WHERE shop_id = ? AND task_id IN ("
                        + Sql.places(privates.size()) + ") GROUP BY task_id",
                row -> counts.put(
                        Id.of(row.longAt("task_id")),
                        new RecipientCounts(
                                row.intAt("n"),
                                row.intAt("pending"),
                                row.intAt("sent"),
                                row.intAt("failed"),
                                row.intAt("skipped"),
                                row.intAt("missed"))),
                params(shop, privates));
        return counts;
    }

    private Map<Id, FollowerRef> followers(Id shop, List<TaskResponse> tasks) {
        List<Id> friends = idsOf(tasks, TaskKind.ADD_FRIEND);
        if (friends.isEmpty()) {
            return Map.of();
        }
        Map<Id, FollowerRef> followers = new HashMap<>();
        sql.list(
                "SELECT t.id, f.id AS follower_id, b.platform_id, f.remark FROM task t"
                        + " JOIN follower f ON f.shop_id = t.shop_id AND f.id = t.follower_id"
                        + " JOIN buyer b ON b.shop_id = f.shop_id AND b.id = f.buyer_id"
                        + " WHERE t.shop_id = ? AND t.id IN (" + Sql.places(friends.size()) + ")",
                row -> followers.put(
                        Id.of(row.longAt("id")),
                        new FollowerRef(
                                Id.of(row.longAt("follower_id")), row.textAt("platform_id"), row.textAt("remark"))),
                params(shop, friends));
        return followers;
    }

    private static List<Id> idsOf(List<TaskResponse> tasks, TaskKind kind) {
        return tasks.stream()
                .filter(t -> t.kind() == kind)
                .map(TaskResponse::id)
                .toList();
    }

    private static Object[] params(Id shop, List<Id> ids) {
        Object[] params = new Object[ids.size() + 1];
        params[0] = shop.value();
        for (int i = 0; i < ids.size(); i++) {
            params[i + 1] = ids.get(i).value();
        }
        return params;
    }
}

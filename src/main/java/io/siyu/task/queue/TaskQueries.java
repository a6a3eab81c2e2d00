package io.siyu.task.queue;

import io.siyu.campaign.post.MomentNumber;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.task.TaskKind;
import io.siyu.task.queue.TaskQueue.Key;
import io.siyu.task.queue.TaskResponse.FollowerRef;
import io.siyu.task.queue.TaskResponse.RecipientCounts;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads tasks as clients see them: a few statements a page, however long it is. */
@ApplicationScoped
public class TaskQueries {
    private static final String WITH_NAMES = """
            SELECT t.*, a.name AS account_name, a.persona AS account_persona, c.name AS campaign_name,
                   s.display_name AS assignee_name, h.display_name AS holder_name, p.mentions
            FROM task t
            LEFT JOIN account a ON a.shop_id = t.shop_id AND a.id = t.account_id
            LEFT JOIN campaign c ON c.shop_id = t.shop_id AND c.id = t.campaign_id
            LEFT JOIN staff s ON s.shop_id = t.shop_id AND s.id = t.assignee_staff_id
            LEFT JOIN staff h ON h.shop_id = t.shop_id AND h.id = t.holder_staff_id
            LEFT JOIN campaign_post p ON p.shop_id = t.shop_id AND p.id = t.post_id
            WHERE %s
            ORDER BY t.due_at, t.priority, t.id
            """;

    private final Sql sql;
    private final TaskQueue queue;
    private final TaskRows rows;
    private final MomentNumbers moments;
    private final Clock clock;

    TaskQueries(Sql sql, TaskQueue queue, TaskRows rows, MomentNumbers moments, Clock clock) {
        this.sql = sql;
        this.queue = queue;
        this.rows = rows;
        this.moments = moments;
        this.clock = clock;
    }

    public Page<TaskResponse> list(List<SqlFragment> branches, TaskFilter filter, PageRequest page) {
        List<Key> keys = queue.list(branches, filter, page.cursor(3), clock.instant(), page.rowsToRead());
        Page<Key> cut = Page.of(keys, page.limit(), Key::cursor);
        return new Page<>(list(cut.items()), cut.next());
    }

    /** In the order of the queue. */
    public List<TaskResponse> list(List<Key> keys) {
        Map<Long, List<Long>> idsByShop = new LinkedHashMap<>();
        keys.forEach(key -> idsByShop
                .computeIfAbsent(key.shopId(), shop -> new ArrayList<>())
                .add(key.taskId()));
        return read(idsByShop);
    }

    /** How many there are, as far as one more than the most. */
    int count(List<SqlFragment> branches, TaskFilter filter, int most) {
        return queue.count(branches, filter, clock.instant(), most + 1);
    }

    List<Id> listIds(List<SqlFragment> branches, TaskFilter filter, int most) {
        return queue.list(branches, filter, Optional.empty(), clock.instant(), most).stream()
                .map(key -> Id.of(key.taskId()))
                .toList();
    }

    /** What can be taken, the most urgent first. */
    public List<Key> listTakeable(List<SqlFragment> branches, List<TaskKind> kinds, int limit) {
        return queue.list(branches, TaskFilter.takeable(kinds), Optional.empty(), clock.instant(), limit);
    }

    public TaskResponse get(long shopId, long taskId) {
        return read(Map.of(shopId, List.of(taskId))).stream()
                .findFirst()
                .orElseThrow(() -> ErrorCode.NOT_FOUND.problem("There is no such task."));
    }

    private List<TaskResponse> read(Map<Long, List<Long>> idsByShop) {
        if (idsByShop.isEmpty()) {
            return List.of();
        }
        List<SqlFragment> conditions = new ArrayList<>();
        idsByShop.forEach((shop, ids) -> conditions.add(
                SqlFragment.named("(t.shop_id = :shop AND t.id IN (:ids))", Map.of("shop", shop, "ids", ids))));
        SqlFragment condition = SqlFragment.join(" OR ", conditions);
        Instant now = clock.instant();
        List<TaskResponse> tasks = sql.list(
                new SqlFragment(WITH_NAMES.formatted(condition.text()), condition.params()),
                row -> rows.read(row, now));
        return withDetails(tasks);
    }

    private List<TaskResponse> withDetails(List<TaskResponse> tasks) {
        Map<Id, List<TaskResponse>> byShop = tasks.stream().collect(Collectors.groupingBy(TaskResponse::shopId));
        Map<Id, RecipientCounts> counts = new HashMap<>();
        Map<Id, FollowerRef> followers = new HashMap<>();
        Map<Id, MomentNumber> numbers = new HashMap<>();
        byShop.forEach((shop, ofShop) -> {
            counts.putAll(counts(shop, ofShop));
            followers.putAll(followers(shop, ofShop));
            numbers.putAll(moments.of(shop, ofShop));
        });
        return tasks.stream()
                .map(t -> t.with(
                        followers.get(t.id()), counts.getOrDefault(t.id(), RecipientCounts.NONE), numbers.get(t.id())))
                .toList();
    }

    private Map<Id, RecipientCounts> counts(Id shop, List<TaskResponse> tasks) {
        List<Long> privates = idsOf(tasks, TaskKind::hasRecipients);
        if (privates.isEmpty()) {
            return Map.of();
        }
        Map<Id, RecipientCounts> counts = new HashMap<>();
        SqlFragment query = SqlFragment.named(
                "SELECT task_id, COUNT(*) AS n, SUM(state = 'PENDING') AS pending, SUM(state = 'SENT') AS sent,"
                        + " SUM(state = 'FAILED') AS failed, SUM(state = 'SKIPPED') AS skipped,"
                        + " SUM(state = 'MISSED') AS missed FROM task_recipient WHERE shop_id = :shop"
                        + " AND task_id IN (:tasks) GROUP BY task_id",
                Map.of("shop", shop.value(), "tasks", privates));
        sql.list(
                query,
                row -> counts.put(
                        Id.of(row.longAt("task_id")),
                        new RecipientCounts(
                                row.intAt("n"),
                                row.intAt("pending"),
                                row.intAt("sent"),
                                row.intAt("failed"),
                                row.intAt("skipped"),
                                row.intAt("missed"))));
        return counts;
    }

    private Map<Id, FollowerRef> followers(Id shop, List<TaskResponse> tasks) {
        List<Long> friends = idsOf(tasks, TaskKind::isAboutFollower);
        if (friends.isEmpty()) {
            return Map.of();
        }
        Map<Id, FollowerRef> followers = new HashMap<>();
        SqlFragment query = SqlFragment.named(
                "SELECT t.id, f.id AS follower_id, f.buyer_id, b.platform_id, f.remark FROM task t"
                        + " JOIN follower f ON f.shop_id = t.shop_id AND f.id = t.follower_id"
                        + " JOIN buyer b ON b.shop_id = f.shop_id AND b.id = f.buyer_id"
                        + " WHERE t.shop_id = :shop AND t.id IN (:tasks)",
                Map.of("shop", shop.value(), "tasks", friends));
        sql.list(
                query,
                row -> followers.put(
                        Id.of(row.longAt("id")),
                        new FollowerRef(
                                Id.of(row.longAt("follower_id")),
                                Id.of(row.longAt("buyer_id")),
                                row.textAt("platform_id"),
                                row.textAt("remark"))));
        return followers;
    }

    private static List<Long> idsOf(List<TaskResponse> tasks, Predicate<TaskKind> which) {
        return tasks.stream()
                .filter(task -> which.test(task.kind()))
                .map(task -> task.id().value())
                .toList();
    }
}

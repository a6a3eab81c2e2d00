package io.siyu.support;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.specification.RequestSpecification;
import io.siyu.task.Task;
import io.siyu.task.TaskContent;
import io.siyu.task.TaskKind;
import io.siyu.task.TaskOrigin;
import io.siyu.task.TaskRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import static io.siyu.support.As.json;

/** Open tasks of no campaign, for tests that need something to work on. */
@ApplicationScoped
public class OpenTasks {
    private static final AtomicLong POSTS = new AtomicLong(1000);

    private final TaskRepository tasks;
    private final Clock clock;

    OpenTasks(TaskRepository tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * @param assignee null for the pool
     * @return the id of one that has just opened
     */
    public String put(TestShop shop, TaskKind kind, String assignee) {
        return put(shop, kind, assignee, clock.instant());
    }

    public String put(TestShop shop, TaskKind kind, String assignee, Instant opensAt) {
        Task task = task(shop, kind, assignee, opensAt);
        task.open();
        QuarkusTransaction.requiringNew().run(() -> tasks.persist(task));
        return Long.toString(task.id());
    }

    /**
     * @param validUntil from when on it expires
     * @return the id of one that opens by the clock
     */
    public String plan(TestShop shop, TaskKind kind, String assignee, Instant opensAt, Instant validUntil) {
        Task task = task(shop, kind, assignee, opensAt).validUntil(validUntil);
        QuarkusTransaction.requiringNew().run(() -> tasks.persist(task));
        return Long.toString(task.id());
    }

    private static Task task(TestShop shop, TaskKind kind, String assignee, Instant opensAt) {
        TaskOrigin origin =
                new TaskOrigin(kind, null, null, POSTS.incrementAndGet(), Long.valueOf(shop.account1()), null, "1");
        return Task.planned(
                Long.parseLong(shop.id()),
                origin,
                TaskContent.titled("早安"),
                assignee == null ? null : Long.valueOf(assignee),
                opensAt,
                opensAt.plus(Duration.ofHours(1)));
    }

    /** @return the id of one that opens by the clock */
    public String plan(TestShop shop, TaskKind kind, String assignee, Instant opensAt) {
        Task task = task(shop, kind, assignee, opensAt);
        QuarkusTransaction.requiringNew().run(() -> tasks.persist(task));
        return Long.toString(task.id());
    }

    public static void claim(RequestSpecification as, String task) {
        as.put("/tasks/{id}/claim", task).then().statusCode(200);
    }

    /** @param said such as its result; may be nothing */
    public static void complete(RequestSpecification as, String task, Map<String, Object> said) {
        json(as).body(said).put("/tasks/{id}/completion", task).then().statusCode(200);
    }
}

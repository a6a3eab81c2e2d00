package io.siyu.task.work;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.siyu.support.TestShop;
import io.siyu.task.Task;
import io.siyu.task.TaskContent;
import io.siyu.task.TaskKind;
import io.siyu.task.TaskOrigin;
import io.siyu.task.TaskRepository;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Open tasks of no campaign, for tests that need something to work on. */
public final class OpenTasks {
    private static final AtomicLong POSTS = new AtomicLong(1000);

    private OpenTasks() {}

    /** @param assignee null for the pool */
    public static String put(TaskRepository tasks, TestShop shop, TaskKind kind, String assignee, Instant opensAt) {
        TaskOrigin origin =
                new TaskOrigin(kind, null, null, POSTS.incrementAndGet(), Long.valueOf(shop.account1()), null, "1");
        Task task = Task.planned(
                Long.parseLong(shop.id()),
                origin,
                TaskContent.titled("早安"),
                assignee == null ? null : Long.valueOf(assignee),
                opensAt,
                opensAt.plus(Duration.ofHours(1)));
        task.open();
        QuarkusTransaction.requiringNew().run(() -> tasks.persist(task));
        return Long.toString(task.id());
    }
}

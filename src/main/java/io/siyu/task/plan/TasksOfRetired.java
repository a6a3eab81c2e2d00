package io.siyu.task.plan;

import io.siyu.campaign.post.PostOccurrences;
import io.siyu.staff.Account;
import io.siyu.staff.AccountPeople;
import io.siyu.staff.AccountRepository;
import io.siyu.staff.AccountRetired;
import io.siyu.staff.AccountWorkers;
import io.siyu.task.ExpiryReason;
import io.siyu.task.Task;
import io.siyu.task.TaskEventType;
import io.siyu.task.TaskEvents;
import io.siyu.task.TaskKind;
import io.siyu.task.TaskRepository;
import io.siyu.task.TaskStatus;
import io.siyu.task.recipient.TaskRecipients;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is undone on an account that retires: its successor's, or nobody's any more, with the reason. Whoever holds a task
 * may finish it (R7); when that lease lapses, the same becomes of it.
 */
@ApplicationScoped
public class TasksOfRetired {
    private static final String RETIRED = "承接号已停用";
    private static final String MOVED = "承接号已停用，转入接替的承接号";

    private final TaskRepository tasks;
    private final TaskEvents events;
    private final TaskRecipients recipients;
    private final PostTasks postTasks;
    private final PostOccurrences occurrences;
    private final AccountRepository accounts;
    private final AccountWorkers workers;
    private final Clock clock;

    public TasksOfRetired(
            TaskRepository tasks,
            TaskEvents events,
            TaskRecipients recipients,
            PostTasks postTasks,
            PostOccurrences occurrences,
            AccountRepository accounts,
            AccountWorkers workers,
            Clock clock) {
        this.tasks = tasks;
        this.events = events;
        this.recipients = recipients;
        this.postTasks = postTasks;
        this.occurrences = occurrences;
        this.accounts = accounts;
        this.workers = workers;
        this.clock = clock;
    }

    void retired(@Observes AccountRetired event) {
        Instant now = clock.instant();
        settle(
                accounts.findIn(event.shopId(), event.accountId()).orElseThrow(),
                tasks.listUndoneOn(event.shopId(), event.accountId()).stream()
                        .filter(task -> !task.isHeldAt(now))
                        .toList());
    }

    /** Tasks that nobody holds any more, whatever account they are on. */
    void settle(long shopId, Collection<Task> lapsed) {
        Map<Long, List<Task>> byAccount = lapsed.stream()
                .filter(task -> task.origin().accountId() != null)
                .collect(Collectors.groupingBy(task -> task.origin().accountId()));
        accounts.listIn(shopId, byAccount.keySet()).stream()
                .filter(account -> !account.active())
                .forEach(account -> settle(account, byAccount.get(account.id())));
    }

    private void settle(Account account, List<Task> undone) {
        String why = account.retirementReason() == null ? RETIRED : RETIRED + "：" + account.retirementReason();
        if (account.successorAccountId() == null) {
            postTasks.lapseAll(undone, ExpiryReason.ACCOUNT_RETIRED, why);
            return;
        }
        Account successor = accounts.findIn(account.shopId(), account.successorAccountId())
                .filter(Account::active)
                .orElse(null);
        if (successor == null) {
            postTasks.lapseAll(undone, ExpiryReason.ACCOUNT_RETIRED, why);
        } else {
            moveTo(successor, undone);
        }
    }

    private void moveTo(Account successor, List<Task> undone) {
        long shopId = successor.shopId();
        AccountPeople people = workers.lock(shopId, List.of(successor.id())).get(successor.id());
        Map<Long, Task> twins = tasks
                .listOfPostsOn(
                        shopId,
                        successor.id(),
                        undone.stream()
                                .map(task -> task.origin().postId())
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(task -> task.origin().postId(), Function.identity(), (one, other) -> one));
        List<Task> left = new ArrayList<>();
        List<TaskEvents.Entry> history = new ArrayList<>();
        for (Task task : undone) {
            Task twin = twins.get(task.origin().postId());
            if (twin == null) {
                history.add(moveTo(successor, people, task));
            } else {
                join(task, twin);
                left.add(task);
            }
        }
        tasks.flush();
        events.add(history);
        postTasks.lapseAll(left, ExpiryReason.REPLACED, MOVED);
    }

    private TaskEvents.Entry moveTo(Account successor, AccountPeople people, Task task) {
        Instant now = clock.instant();
        Long before = task.assigneeStaffId().orElse(null);
        TaskStatus from = task.status();
        task.moveTo(successor.id(), people.at(task.opensAt().isAfter(now) ? task.opensAt() : now));
        if (task.origin().postId() != null) {
            occurrences
                    .ofPost(successor.shopId(), task.origin().postId())
                    .ifPresent(post -> postTasks.workOn(successor, post).applyTo(task, now));
        }
        return PostTasks.entry(task, TaskEventType.HANDED_OVER, from, now, MOVED)
                .after(before);
    }

    /** A post goes out once on an account; but whom the retired one should have written to is not forgotten. */
    private void join(Task task, Task twin) {
        if (task.kind() == TaskKind.PRIVATE && !twin.status().isClosed()) {
            recipients.movePending(task.shopId(), task.id(), twin.id());
        }
    }
}

package io.siyu.task.plan;

import io.siyu.campaign.post.PostOccurrence;
import io.siyu.campaign.post.Speakers;
import io.siyu.content.Speaker;
import io.siyu.content.script.PinnedScript;
import io.siyu.content.script.PinnedScripts;
import io.siyu.content.script.ScriptPin;
import io.siyu.shop.ShopRepository;
import io.siyu.staff.Account;
import io.siyu.staff.AccountRepository;
import io.siyu.staff.StaffRepository;
import io.siyu.task.Task;
import io.siyu.task.TaskConfig;
import io.siyu.task.TaskEventType;
import io.siyu.task.TaskEvents;
import io.siyu.task.TaskKind;
import io.siyu.task.TaskRepository;
import io.siyu.task.TaskStatus;
import io.siyu.task.recipient.TaskRecipients;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Keeps tasks in step with the posts they are made of: makes what is missing, changes what is not closed, and lets
 * lapse what is no longer wanted. Doing it again changes nothing.
 */
@ApplicationScoped
class PostTasks {
    private static final String NOT_WANTED = "发布已取消或不再包含此承接号";

    private final TaskRepository tasks;
    private final TaskEvents events;
    private final TaskRecipients recipients;
    private final RecipientFiller filler;
    private final PinnedScripts scripts;
    private final Speakers speakers;
    private final AccountRepository accounts;
    private final ShopRepository shops;
    private final StaffRepository staff;
    private final TaskConfig config;
    private final Clock clock;

    PostTasks(
            TaskRepository tasks,
            TaskEvents events,
            TaskRecipients recipients,
            RecipientFiller filler,
            PinnedScripts scripts,
            Speakers speakers,
            AccountRepository accounts,
            ShopRepository shops,
            StaffRepository staff,
            TaskConfig config,
            Clock clock) {
        this.tasks = tasks;
        this.events = events;
        this.recipients = recipients;
        this.filler = filler;
        this.scripts = scripts;
        this.speakers = speakers;
        this.accounts = accounts;
        this.shops = shops;
        this.staff = staff;
        this.config = config;
        this.clock = clock;
    }

    /** @param existing the tasks that these posts, or earlier states of them, have already */
    void align(long shopId, Collection<PostOccurrence> posts, Collection<Task> existing) {
        Instant now = clock.instant();
        List<TaskEvents.Entry> history = new ArrayList<>();
        Map<PostWork.Key, Task> left = new HashMap<>();
        existing.forEach(task -> left.put(PostWork.Key.of(task), task));
        Map<PostOccurrence, Map<Long, Long>> privates = new LinkedHashMap<>();
        List<PostWork> works = works(shopId, posts);
        Set<Long> working = working(shopId, works, existing);
        for (PostWork work : works) {
            Task task = alignOne(work, left.remove(work.key()), working, now, history);
            if (task.kind() == TaskKind.PRIVATE && !task.status().isClosed()) {
                privates.computeIfAbsent(work.post(), p -> new HashMap<>())
                        .put(work.account().id(), task.id());
            }
        }
        left.values().stream()
                .filter(task -> !task.status().isClosed())
                .forEach(task -> lapse(task, NOT_WANTED, now, history));
        events.add(history);
        privates.forEach(filler::refill);
    }

    /** Who of those that may come to have a task here can be given work, until the transaction ends. */
    private Set<Long> working(long shopId, List<PostWork> works, Collection<Task> existing) {
        Set<Long> people = new HashSet<>();
        works.forEach(work -> work.account().workerStaffId().ifPresent(people::add));
        existing.stream().filter(task -> task.status() == TaskStatus.EXPIRED).forEach(task -> task.assigneeStaffId()
                .ifPresent(people::add));
        return staff.lockWorking(shopId, people);
    }

    private Task alignOne(PostWork work, Task task, Set<Long> working, Instant now, List<TaskEvents.Entry> history) {
        if (task == null) {
            Task made = work.task(working);
            tasks.persist(made);
            history.add(entry(made, TaskEventType.PLANNED, null, now, null));
            return made;
        }
        TaskStatus from = task.status();
        if (from == TaskStatus.EXPIRED) {
            task.revive(now);
            if (!task.assigneeStaffId().map(working::contains).orElse(true)) {
                // Who left had no work taken from them by this one: it was over.
                task.moveTo(work.account().id(), work.worker(working).orElse(null));
            }
        }
        if (!task.status().isClosed() && (work.applyTo(task, now) || from == TaskStatus.EXPIRED)) {
            history.add(entry(task, TaskEventType.CHANGED, from, now, null));
        }
        return task;
    }

    /** Closes tasks that will not be done any more. */
    void lapseAll(Collection<Task> undone, String reason) {
        Instant now = clock.instant();
        List<TaskEvents.Entry> history = new ArrayList<>();
        undone.forEach(task -> lapse(task, reason, now, history));
        events.add(history);
    }

    private void lapse(Task task, String reason, Instant now, List<TaskEvents.Entry> history) {
        TaskStatus from = task.status();
        task.expire(reason, now);
        history.add(entry(task, TaskEventType.EXPIRED, from, now, reason));
        if (task.kind() == TaskKind.PRIVATE) {
            recipients.missPending(task.shopId(), task.id(), reason, now);
        }
    }

    private List<PostWork> works(long shopId, Collection<PostOccurrence> posts) {
        if (posts.isEmpty()) {
            return List.of();
        }
        ZoneId zone = shops.findById(shopId).zone();
        Set<Long> accountIds = new HashSet<>();
        posts.forEach(post -> accountIds.addAll(post.accountIds()));
        Map<Long, Account> byAccount = accounts.listIn(shopId, accountIds).stream()
                .collect(Collectors.toMap(Account::id, Function.identity()));
        Map<Long, Speaker> bySpeaker = speakers.of(shopId, byAccount.values());
        Map<ScriptPin, PinnedScript> pinned =
                scripts.of(shopId, posts.stream().map(PostOccurrence::script).toList());
        return posts.stream()
                .flatMap(post -> post.accountIds().stream()
                        .map(byAccount::get)
                        .map(account -> PostWork.of(
                                post,
                                account,
                                bySpeaker.get(account.id()),
                                pinned.get(post.script()),
                                zone,
                                config.dueAfter())))
                .toList();
    }

    static TaskEvents.Entry entry(Task task, TaskEventType type, TaskStatus from, Instant now, String detail) {
        return new TaskEvents.Entry(
                task.shopId(),
                task.id(),
                type,
                from,
                task.status(),
                now,
                null,
                task.assigneeStaffId().orElse(null),
                null,
                detail);
    }
}

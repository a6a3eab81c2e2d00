package io.siyu.task.plan;

import io.siyu.follower.CandidatesAssigned;
import io.siyu.follower.FollowerMoved;
import io.siyu.follower.FollowerStatus;
import io.siyu.shop.Shop;
import io.siyu.shop.ShopRepository;
import io.siyu.staff.AccountPeople;
import io.siyu.staff.AccountWorker;
import io.siyu.staff.AccountWorkers;
import io.siyu.staff.WorkingTimes;
import io.siyu.task.ExpiryReason;
import io.siyu.task.Task;
import io.siyu.task.TaskConfig;
import io.siyu.task.TaskContent;
import io.siyu.task.TaskEventType;
import io.siyu.task.TaskEvents;
import io.siyu.task.TaskKind;
import io.siyu.task.TaskOrigin;
import io.siyu.task.TaskRepository;
import io.siyu.task.TaskStatus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A candidate that was given to an account becomes work for who works for the account. */
@ApplicationScoped
class FriendTasks {
    private static final TaskContent CONTENT = TaskContent.titled("添加好友");
    private static final String MOVED_ON = "粉丝状态已变更，无需再处理";

    private final TaskRepository tasks;
    private final TaskEvents events;
    private final ShopRepository shops;
    private final AccountWorkers workers;
    private final WorkingTimes times;
    private final TaskConfig config;
    private final Clock clock;

    FriendTasks(
            TaskRepository tasks,
            TaskEvents events,
            ShopRepository shops,
            AccountWorkers workers,
            WorkingTimes times,
            TaskConfig config,
            Clock clock) {
        this.workers = workers;
        this.times = times;
        this.tasks = tasks;
        this.events = events;
        this.shops = shops;
        this.config = config;
        this.clock = clock;
    }

    /** Who has such a task already keeps it, moved to the new account. */
    void assigned(@Observes CandidatesAssigned event) {
        Instant now = clock.instant();
        List<Long> followers = event.candidates().stream()
                .map(CandidatesAssigned.Assigned::followerId)
                .toList();
        Map<Long, Task> undone = tasks.listUndoneOfFollowers(event.shopId(), followers).stream()
                .filter(task -> task.kind() == TaskKind.ADD_FRIEND)
                .collect(
                        Collectors.toMap(task -> task.origin().followerId(), Function.identity(), (one, other) -> one));
        Shop shop = shops.findById(event.shopId());
        LocalDate day = LocalDate.ofInstant(event.opensAt(), shop.zone());
        Map<Optional<Long>, Instant> due = new HashMap<>();
        Map<Long, AccountPeople> people = workers.lock(
                event.shopId(),
                event.candidates().stream()
                        .map(CandidatesAssigned.Assigned::accountId)
                        .collect(Collectors.toSet()));
        List<TaskEvents.Entry> entries = new ArrayList<>();
        for (CandidatesAssigned.Assigned candidate : event.candidates()) {
            Task task = undone.get(candidate.followerId());
            AccountWorker worker = people.get(candidate.accountId()).at(event.opensAt());
            entries.add(
                    task == null
                            ? make(
                                    event,
                                    candidate,
                                    worker,
                                    occurrence(event, day),
                                    due.computeIfAbsent(worker.staffId(), who -> dueFor(shop, who, event)),
                                    now)
                            : move(task, candidate, worker, now));
        }
        events.add(entries);
    }

    /** What a task asks for has happened without it, or must not happen any more. */
    void moved(@Observes FollowerMoved event) {
        if (event.to() == FollowerStatus.CANDIDATE) {
            return;
        }
        Instant now = clock.instant();
        List<TaskEvents.Entry> history = new ArrayList<>();
        for (Task task : tasks.listUndoneOfFollowers(event.shopId(), List.of(event.followerId()))) {
            // Who has just been added is to be welcomed.
            if (task.kind() == TaskKind.ADD_FRIEND || event.to() != FollowerStatus.ADDED) {
                TaskStatus from = task.status();
                task.expire(ExpiryReason.FOLLOWER_MOVED, MOVED_ON, now);
                history.add(PostTasks.entry(task, TaskEventType.EXPIRED, from, now, MOVED_ON));
            }
        }
        events.add(history);
    }

    private static TaskEvents.Entry move(
            Task task, CandidatesAssigned.Assigned candidate, AccountWorker worker, Instant now) {
        Long before = task.assigneeStaffId().orElse(null);
        TaskStatus from = task.status();
        task.moveTo(candidate.accountId(), worker);
        return new TaskEvents.Entry(
                task.shopId(),
                task.id(),
                TaskEventType.HANDED_OVER,
                from,
                task.status(),
                now,
                null,
                worker.assigneeStaffId(),
                before,
                worker.reason());
    }

    /** A follower that was lost can be assigned again another time: that is another task. */
    private static String occurrence(CandidatesAssigned event, LocalDate day) {
        return day + "/" + Long.toString(event.opensAt().toEpochMilli(), Character.MAX_RADIX);
    }

    /** Over long holidays its validity ends first. */
    private Instant dueFor(Shop shop, Optional<Long> who, CandidatesAssigned event) {
        Instant due = times.of(shop, who.orElse(null))
                .after(event.opensAt(), config.dueAfter().addFriend());
        Instant end = event.opensAt().plus(config.validFor().addFriend());
        return due.isBefore(end) ? due : end;
    }

    private TaskEvents.Entry make(
            CandidatesAssigned event,
            CandidatesAssigned.Assigned candidate,
            AccountWorker worker,
            String occurrence,
            Instant due,
            Instant now) {
        TaskOrigin origin = new TaskOrigin(
                TaskKind.ADD_FRIEND, null, null, null, candidate.accountId(), candidate.followerId(), occurrence);
        Task task = Task.planned(event.shopId(), origin, CONTENT, null, event.opensAt(), due)
                .validUntil(event.opensAt().plus(config.validFor().addFriend()));
        task.giveTo(worker);
        if (!event.opensAt().isAfter(now)) {
            task.open();
        }
        tasks.persist(task);
        TaskEventType what = task.status() == TaskStatus.OPEN ? TaskEventType.OPENED : TaskEventType.PLANNED;
        return PostTasks.entry(task, what, null, now, worker.reason());
    }
}

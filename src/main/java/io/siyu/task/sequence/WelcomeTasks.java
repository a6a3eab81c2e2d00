package io.siyu.task.sequence;

import io.siyu.follower.FollowerJoined;
import io.siyu.follower.FollowerPlaced;
import io.siyu.shop.ShopRepository;
import io.siyu.staff.AccountPeople;
import io.siyu.staff.AccountWorker;
import io.siyu.staff.AccountWorkers;
import io.siyu.staff.WorkingTimes;
import io.siyu.task.Task;
import io.siyu.task.TaskConfig;
import io.siyu.task.TaskEventType;
import io.siyu.task.TaskEvents;
import io.siyu.task.TaskKind;
import io.siyu.task.TaskOrigin;
import io.siyu.task.TaskRepository;
import io.siyu.task.TaskStatus;
import io.siyu.task.TaskTimes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Whoever joins is welcomed, service first, by who works for the account (R15): one task a follower and joining. */
@ApplicationScoped
class WelcomeTasks {
    private static final String MOVED = "粉丝已转到其他承接号，欢迎语以该承接号的口吻";

    private final TaskRepository tasks;
    private final TaskEvents events;
    private final WelcomeWords words;
    private final AccountWorkers workers;
    private final WorkingTimes times;
    private final ShopRepository shops;
    private final TaskConfig config;
    private final Clock clock;

    WelcomeTasks(
            TaskRepository tasks,
            TaskEvents events,
            WelcomeWords words,
            AccountWorkers workers,
            WorkingTimes times,
            ShopRepository shops,
            TaskConfig config,
            Clock clock) {
        this.tasks = tasks;
        this.events = events;
        this.words = words;
        this.workers = workers;
        this.times = times;
        this.shops = shops;
        this.config = config;
        this.clock = clock;
    }

    void joined(@Observes FollowerJoined event) {
        AccountPeople people =
                workers.lock(event.shopId(), List.of(event.accountId())).get(event.accountId());
        // Who comes back another time is welcomed another time.
        String occurrence = "welcome/" + Long.toString(event.at().toEpochMilli(), Character.MAX_RADIX);
        TaskOrigin origin =
                new TaskOrigin(TaskKind.WELCOME, null, null, null, event.accountId(), event.followerId(), occurrence);
        AccountWorker worker = people.at(event.at());
        Instant end = event.at().plus(config.validFor().welcome());
        Task task = Task.planned(
                        event.shopId(),
                        origin,
                        words.of(event.shopId(), event.followerId(), event.accountId(), event.at()),
                        null,
                        event.at(),
                        dueFor(event, worker, end))
                .validUntil(end);
        task.giveTo(worker);
        task.open();
        tasks.persist(task);
        events.add(List.of(TaskEvents.Entry.byClock(task, TaskEventType.OPENED, null, event.at(), worker.reason())));
    }

    /** Over holidays its validity ends first. */
    private Instant dueFor(FollowerJoined event, AccountWorker worker, Instant end) {
        Instant due = times.of(shops.findById(event.shopId()), worker.assigneeStaffId())
                .after(event.at(), config.dueAfter().welcome());
        return due.isBefore(end) ? due : end;
    }

    /** Who is on another account by now is welcomed there. */
    void placed(@Observes FollowerPlaced event) {
        Instant now = clock.instant();
        List<TaskEvents.Entry> history = new ArrayList<>();
        for (Task task : tasks.listUndoneOfFollowers(event.shopId(), List.of(event.followerId()))) {
            if (task.kind() == TaskKind.WELCOME && task.origin().accountId() != event.accountId()) {
                history.add(move(task, event.accountId(), now));
            }
        }
        tasks.flush();
        events.add(history);
    }

    private TaskEvents.Entry move(Task task, long accountId, Instant now) {
        Long before = task.assigneeStaffId().orElse(null);
        TaskStatus from = task.status();
        AccountWorker worker =
                workers.lock(task.shopId(), List.of(accountId)).get(accountId).at(now);
        task.moveTo(accountId, worker);
        task.replan(
                words.of(task.shopId(), task.origin().followerId(), accountId, now),
                null,
                new TaskTimes(task.opensAt(), task.dueAt(), task.validUntil().orElse(null)),
                MOVED,
                now);
        return TaskEvents.Entry.byClock(task, TaskEventType.HANDED_OVER, from, now, worker.reason())
                .after(before);
    }
}

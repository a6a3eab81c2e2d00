package io.siyu.task.plan;

import io.siyu.follower.CandidateAssigned;
import io.siyu.follower.FollowerMoved;
import io.siyu.follower.FollowerStatus;
import io.siyu.shop.ShopRepository;
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
import java.util.List;
import java.util.Optional;

/** A candidate that was given to an account becomes work for the account's owner. */
@ApplicationScoped
public class FriendTasks {
    private static final TaskContent CONTENT = TaskContent.titled("添加好友");
    private static final String MOVED_ON = "粉丝状态已变更，无需再添加";

    private final TaskRepository tasks;
    private final TaskEvents events;
    private final ShopRepository shops;
    private final TaskConfig config;
    private final Clock clock;

    public FriendTasks(TaskRepository tasks, TaskEvents events, ShopRepository shops, TaskConfig config, Clock clock) {
        this.tasks = tasks;
        this.events = events;
        this.shops = shops;
        this.config = config;
        this.clock = clock;
    }

    /** Who has such a task already keeps it, moved to the new account. */
    void assigned(@Observes CandidateAssigned event) {
        Instant now = clock.instant();
        Optional<Task> undone = tasks.findUndoneOfFollower(event.shopId(), event.followerId());
        if (undone.isPresent()) {
            move(undone.get(), event, now);
        } else {
            make(event, now);
        }
    }

    /** What a task asks for has happened without it, or must not happen any more. */
    void moved(@Observes FollowerMoved event) {
        if (event.to() == FollowerStatus.CANDIDATE) {
            return;
        }
        tasks.findUndoneOfFollower(event.shopId(), event.followerId()).ifPresent(task -> {
            Instant now = clock.instant();
            TaskStatus from = task.status();
            task.expire(MOVED_ON, now);
            events.add(List.of(PostTasks.entry(task, TaskEventType.EXPIRED, from, now, MOVED_ON)));
        });
    }

    private void move(Task task, CandidateAssigned event, Instant now) {
        Long before = task.assigneeStaffId().orElse(null);
        TaskStatus from = task.status();
        task.moveTo(event.accountId(), event.ownerStaffId());
        events.add(List.of(new TaskEvents.Entry(
                event.shopId(),
                task.id(),
                TaskEventType.HANDED_OVER,
                from,
                task.status(),
                now,
                null,
                event.ownerStaffId(),
                before,
                null)));
    }

    private void make(CandidateAssigned event, Instant now) {
        LocalDate day = LocalDate.ofInstant(
                event.opensAt(), shops.findById(event.shopId()).zone());
        // A follower that was lost can be assigned again another time: that is another task.
        String occurrence = day + "/" + Long.toString(event.opensAt().toEpochMilli(), Character.MAX_RADIX);
        TaskOrigin origin = new TaskOrigin(
                TaskKind.ADD_FRIEND, null, null, null, event.accountId(), event.followerId(), occurrence);
        Task task = Task.planned(
                event.shopId(),
                origin,
                CONTENT,
                event.ownerStaffId(),
                event.opensAt(),
                event.opensAt().plus(config.dueAfter().addFriend()));
        if (!event.opensAt().isAfter(now)) {
            task.open();
        }
        tasks.persist(task);
        events.add(List.of(PostTasks.entry(
                task,
                task.status() == TaskStatus.OPEN ? TaskEventType.OPENED : TaskEventType.PLANNED,
                null,
                now,
                null)));
    }
}

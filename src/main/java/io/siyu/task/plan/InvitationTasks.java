package io.siyu.task.plan;

import io.siyu.follower.unanswered.InvitationsExpired;
import io.siyu.follower.unanswered.InvitationsUnanswered;
import io.siyu.follower.unanswered.InvitationsUnanswered.Unanswered;
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

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** An invitation that nobody answers is work once more, for who works for its account (R15); with the invitation it ends. */
@ApplicationScoped
class InvitationTasks {
    private static final TaskContent REMINDER = TaskContent.titled("提醒对方通过好友申请");
    private static final String EXPIRED = "邀请已过期";

    private final TaskRepository tasks;
    private final TaskEvents events;
    private final AccountWorkers workers;
    private final WorkingTimes times;
    private final ShopRepository shops;
    private final TaskConfig config;

    InvitationTasks(
            TaskRepository tasks,
            TaskEvents events,
            AccountWorkers workers,
            WorkingTimes times,
            ShopRepository shops,
            TaskConfig config) {
        this.times = times;
        this.shops = shops;
        this.tasks = tasks;
        this.events = events;
        this.workers = workers;
        this.config = config;
    }

    /** Who has work with the follower anyway is not given more. */
    void remind(@Observes InvitationsUnanswered event) {
        Set<Long> busy = tasks
                .listUndoneOfFollowers(
                        event.shopId(),
                        event.invitations().stream().map(Unanswered::followerId).toList())
                .stream()
                .map(task -> task.origin().followerId())
                .collect(Collectors.toSet());
        Shop shop = shops.findById(event.shopId());
        Map<Long, AccountPeople> people = workers.lock(
                event.shopId(),
                event.invitations().stream().map(Unanswered::accountId).collect(Collectors.toSet()));
        List<TaskEvents.Entry> history = new ArrayList<>();
        for (Unanswered invitation : event.invitations()) {
            if (!busy.contains(invitation.followerId())) {
                history.add(make(event, invitation, people.get(invitation.accountId()), shop));
            }
        }
        events.add(history);
    }

    /** The occurrence is the invitation's: it is reminded of once, whatever restarts. */
    private TaskEvents.Entry make(InvitationsUnanswered event, Unanswered invitation, AccountPeople people, Shop shop) {
        String occurrence = "remind/" + Long.toString(invitation.invitationId(), Character.MAX_RADIX);
        TaskOrigin origin = new TaskOrigin(
                TaskKind.ADD_FRIEND, null, null, null, invitation.accountId(), invitation.followerId(), occurrence);
        AccountWorker worker = people.at(event.at());
        Instant due = times.of(shop, worker.assigneeStaffId())
                .after(event.at(), config.dueAfter().addFriend());
        Task task = Task.planned(
                        event.shopId(),
                        origin,
                        REMINDER,
                        null,
                        event.at(),
                        due.isBefore(invitation.expiresAt()) ? due : invitation.expiresAt())
                .validUntil(event.at().plus(config.validFor().addFriend()));
        task.giveTo(worker);
        task.open();
        tasks.persist(task);
        return PostTasks.entry(task, TaskEventType.OPENED, null, event.at(), worker.reason());
    }

    void end(@Observes InvitationsExpired event) {
        List<TaskEvents.Entry> history = new ArrayList<>();
        for (Task task : tasks.listUndoneOfFollowers(event.shopId(), event.followerIds())) {
            TaskStatus from = task.status();
            task.expire(ExpiryReason.INVITATION_EXPIRED, EXPIRED, event.at());
            history.add(PostTasks.entry(task, TaskEventType.EXPIRED, from, event.at(), EXPIRED));
        }
        tasks.flush();
        events.add(history);
    }
}

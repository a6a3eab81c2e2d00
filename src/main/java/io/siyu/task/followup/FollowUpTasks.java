package io.siyu.task.followup;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignRepository;
import io.siyu.campaign.CampaignStatus;
import io.siyu.campaign.post.CampaignPost;
import io.siyu.campaign.post.CampaignPostRepository;
import io.siyu.shop.ShopRepository;
import io.siyu.staff.AccountWorker;
import io.siyu.staff.AccountWorkers;
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
import io.siyu.task.recipient.TaskRecipients;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A post that names a follow-up opens a private list on its account when it is done there, valid as long as the post. Who
 * answers a post on a phone is known to nobody but its holder, who puts them on the list.
 */
@ApplicationScoped
public class FollowUpTasks {
    private static final String ONCE = "1";
    private static final String UNDONE = "发布已撤销，跟进取消";

    private final TaskRepository tasks;
    private final TaskEvents events;
    private final TaskRecipients recipients;
    private final CampaignPostRepository posts;
    private final CampaignRepository campaigns;
    private final FollowUpWords words;
    private final AccountWorkers workers;
    private final ShopRepository shops;
    private final TaskConfig config;

    FollowUpTasks(
            TaskRepository tasks,
            TaskEvents events,
            TaskRecipients recipients,
            CampaignPostRepository posts,
            CampaignRepository campaigns,
            FollowUpWords words,
            AccountWorkers workers,
            ShopRepository shops,
            TaskConfig config) {
        this.tasks = tasks;
        this.events = events;
        this.recipients = recipients;
        this.posts = posts;
        this.campaigns = campaigns;
        this.words = words;
        this.workers = workers;
        this.shops = shops;
        this.config = config;
    }

    /** A moment or group post has been done; told when its time is over, there is nothing to follow it any more. */
    public void open(Task done, Instant now) {
        CampaignPost post = Optional.ofNullable(done.origin().postId())
                .flatMap(id -> posts.findIn(done.shopId(), id))
                .orElse(null);
        boolean isFollowed =
                post != null && post.followUp() != null && done.origin().accountId() != null;
        if (!isFollowed || done.validUntil().isEmpty() || done.isOverAt(now)) {
            return;
        }
        Campaign campaign = Optional.ofNullable(post.campaignId())
                .flatMap(id -> campaigns.findIn(done.shopId(), id))
                .orElse(null);
        if (campaign != null && !campaign.status().isUnderWay()) {
            return;
        }
        Task before = tasks.lockOfSubject(done.shopId(), done.id()).stream()
                .findFirst()
                .orElse(null);
        if (before == null) {
            words.of(done, post, campaign).ifPresent(content -> make(done, content, campaign, now));
        } else if (before.status() == TaskStatus.EXPIRED) {
            before.revive(now);
            AccountWorker worker = worker(before, now);
            before.giveTo(worker);
            recipients.reopen(before.shopId(), before.id(), null, LocalDate.ofInstant(now, zone(before)));
            told(before, TaskStatus.EXPIRED, campaign, now, worker.reason());
        }
    }

    private void make(Task done, TaskContent content, Campaign campaign, Instant now) {
        long account = done.origin().accountId();
        Instant end = done.validUntil().orElseThrow();
        Instant due = now.plus(config.dueAfter().of(TaskKind.FOLLOW_UP));
        TaskOrigin origin = new TaskOrigin(
                TaskKind.FOLLOW_UP,
                done.origin().campaignId(),
                done.origin().campaignDay(),
                null,
                account,
                null,
                ONCE,
                done.id());
        Task task = Task.planned(done.shopId(), origin, content, null, now, due.isAfter(end) ? end : due)
                .validUntil(end);
        AccountWorker worker = worker(task, now);
        task.giveTo(worker);
        tasks.persist(task);
        told(task, null, campaign, now, worker.reason());
    }

    private ZoneId zone(Task task) {
        return shops.findById(task.shopId()).zone();
    }

    private AccountWorker worker(Task task, Instant now) {
        long account = task.origin().accountId();
        return workers.lock(task.shopId(), List.of(account)).get(account).at(now);
    }

    /** Of a paused campaign nothing opens: the clock opens it when that goes on. */
    private void told(Task task, TaskStatus from, Campaign campaign, Instant now, String reason) {
        boolean isGoing = campaign == null || campaign.status() == CampaignStatus.RUNNING;
        if (isGoing) {
            task.open(now);
        }
        tasks.flush();
        TaskEventType type = isGoing ? TaskEventType.OPENED : TaskEventType.PLANNED;
        events.add(List.of(TaskEvents.Entry.byClock(task, type, from, now, reason)));
    }

    /** What it follows is not done after all; whoever works on the list may finish it (R7). */
    public void withdraw(Task undone, Instant now) {
        for (Task task : tasks.lockOfSubject(undone.shopId(), undone.id())) {
            if (task.status() != TaskStatus.PLANNED && task.status() != TaskStatus.OPEN) {
                continue;
            }
            TaskStatus from = task.status();
            task.expire(ExpiryReason.MOOT, UNDONE, now);
            tasks.flush();
            recipients.missPending(task.shopId(), task.id(), UNDONE, now);
            events.add(List.of(TaskEvents.Entry.byClock(task, TaskEventType.EXPIRED, from, now, UNDONE)));
        }
    }
}

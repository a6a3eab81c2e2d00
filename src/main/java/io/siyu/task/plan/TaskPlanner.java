package io.siyu.task.plan;

import io.siyu.campaign.lifecycle.CampaignCancelled;
import io.siyu.campaign.lifecycle.CampaignEnded;
import io.siyu.campaign.lifecycle.CampaignReady;
import io.siyu.campaign.post.PostChanged;
import io.siyu.campaign.post.PostOccurrence;
import io.siyu.campaign.post.PostOccurrences;
import io.siyu.platform.sql.Sql;
import io.siyu.shop.ShopRepository;
import io.siyu.staff.AccountOpened;
import io.siyu.task.ExpiryReason;
import io.siyu.task.Task;
import io.siyu.task.TaskRepository;
import io.siyu.task.TaskStatus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Hears what happens to campaigns and posts, in the transaction in which it happens. */
@ApplicationScoped
class TaskPlanner {
    static final String ENDED = "活动已结束";
    static final String CANCELLED = "活动已取消";

    private final PostTasks postTasks;
    private final PostOccurrences occurrences;
    private final TaskRepository tasks;
    private final ShopRepository shops;
    private final Sql sql;
    private final Clock clock;

    TaskPlanner(
            PostTasks postTasks,
            PostOccurrences occurrences,
            TaskRepository tasks,
            ShopRepository shops,
            Sql sql,
            Clock clock) {
        this.shops = shops;
        this.sql = sql;
        this.clock = clock;
        this.postTasks = postTasks;
        this.occurrences = occurrences;
        this.tasks = tasks;
    }

    void ready(@Observes CampaignReady event) {
        postTasks.align(
                event.shopId(),
                occurrences.ofCampaign(event.shopId(), event.campaignId()),
                tasks.listOfCampaign(event.shopId(), event.campaignId()).stream()
                        .filter(task -> task.origin().postId() != null)
                        .toList());
    }

    void changed(@Observes PostChanged event) {
        align(event.shopId(), event.postId());
    }

    /** An account that comes after campaigns were made ready has a part in what is still to go out. */
    void opened(@Observes AccountOpened event) {
        Instant now = clock.instant();
        List<PostOccurrence> ahead = occurrencesAhead(event.shopId()).stream()
                .filter(post -> !post.at().isBefore(now))
                .toList();
        List<Task> made = ahead.stream()
                .flatMap(post -> tasks.listOfPost(event.shopId(), post.postId()).stream())
                .toList();
        postTasks.alignOn(event.shopId(), event.accountId(), ahead, made);
    }

    private List<PostOccurrence> occurrencesAhead(long shopId) {
        List<PostOccurrence> posts = new ArrayList<>();
        sql.list(
                        "SELECT id FROM campaign WHERE shop_id = ? AND status IN ('READY', 'RUNNING', 'PAUSED')",
                        row -> row.longAt("id"),
                        shopId)
                .forEach(campaign -> posts.addAll(occurrences.ofCampaign(shopId, campaign)));
        sql.list(
                        "SELECT id FROM campaign_post WHERE shop_id = ? AND campaign_id IS NULL AND removed = FALSE"
                                + " AND post_day >= ?",
                        row -> row.longAt("id"),
                        shopId,
                        shops.findById(shopId).today(clock))
                .forEach(post -> occurrences.ofPost(shopId, post).ifPresent(posts::add));
        return posts;
    }

    private void align(long shopId, long postId) {
        postTasks.align(shopId, occurrences.ofPost(shopId, postId).stream().toList(), tasks.listOfPost(shopId, postId));
    }

    /** Who holds a task when the campaign ends may still report it done. */
    void ended(@Observes CampaignEnded event) {
        postTasks.lapseAll(
                tasks.listOfCampaign(event.shopId(), event.campaignId(), List.of(TaskStatus.PLANNED, TaskStatus.OPEN)),
                ExpiryReason.CAMPAIGN_ENDED,
                ENDED);
    }

    /** Nobody begins anything of it any more; who holds a task may have posted already, and may still say so. */
    void cancelled(@Observes CampaignCancelled event) {
        postTasks.lapseAll(
                tasks.listOfCampaign(event.shopId(), event.campaignId(), List.of(TaskStatus.PLANNED, TaskStatus.OPEN)),
                ExpiryReason.CAMPAIGN_CANCELLED,
                CANCELLED);
    }
}

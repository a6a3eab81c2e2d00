package io.siyu.task.plan;

import io.siyu.campaign.lifecycle.CampaignCancelled;
import io.siyu.campaign.lifecycle.CampaignEnded;
import io.siyu.campaign.lifecycle.CampaignReady;
import io.siyu.campaign.post.PostChanged;
import io.siyu.campaign.post.PostOccurrences;
import io.siyu.task.TaskRepository;
import io.siyu.task.TaskStatus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.util.List;

/** Hears what happens to campaigns and posts, in the transaction in which it happens. */
@ApplicationScoped
class TaskPlanner {
    static final String ENDED = "活动已结束";
    static final String CANCELLED = "活动已取消";

    private final PostTasks postTasks;
    private final PostOccurrences occurrences;
    private final TaskRepository tasks;

    TaskPlanner(PostTasks postTasks, PostOccurrences occurrences, TaskRepository tasks) {
        this.postTasks = postTasks;
        this.occurrences = occurrences;
        this.tasks = tasks;
    }

    void ready(@Observes CampaignReady event) {
        postTasks.align(
                event.shopId(),
                occurrences.ofCampaign(event.shopId(), event.campaignId()),
                tasks.listOfCampaign(event.shopId(), event.campaignId()));
    }

    void changed(@Observes PostChanged event) {
        align(event.shopId(), event.postId());
    }

    private void align(long shopId, long postId) {
        postTasks.align(shopId, occurrences.ofPost(shopId, postId).stream().toList(), tasks.listOfPost(shopId, postId));
    }

    /** Who holds a task when the campaign ends may still report it done. */
    void ended(@Observes CampaignEnded event) {
        postTasks.lapseAll(
                tasks.listOfCampaign(event.shopId(), event.campaignId(), List.of(TaskStatus.PLANNED, TaskStatus.OPEN)),
                ENDED);
    }

    /** Nobody begins anything of it any more; who holds a task may have posted already, and may still say so. */
    void cancelled(@Observes CampaignCancelled event) {
        postTasks.lapseAll(
                tasks.listOfCampaign(event.shopId(), event.campaignId(), List.of(TaskStatus.PLANNED, TaskStatus.OPEN)),
                CANCELLED);
    }
}

package io.siyu.task.plan;

import io.siyu.campaign.lifecycle.CampaignReady;
import io.siyu.task.ExpiryReason;
import io.siyu.task.Task;
import io.siyu.task.TaskRepository;
import io.siyu.task.TaskStatus;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Of a campaign that became READY after its start, posts whose day is over go out no more: what they say is over too. */
@ApplicationScoped
class PastPosts {
    static final String REASON = "活动开始时未就绪，发布日已过";

    /** Behind those who plan the tasks. */
    private static final int LATE = 5000;

    private final TaskRepository tasks;
    private final PostTasks postTasks;
    private final Clock clock;

    PastPosts(TaskRepository tasks, PostTasks postTasks, Clock clock) {
        this.tasks = tasks;
        this.postTasks = postTasks;
        this.clock = clock;
    }

    void expire(@Observes @Priority(LATE) CampaignReady event) {
        Instant now = clock.instant();
        List<Task> past = tasks.listOfCampaign(event.shopId(), event.campaignId(), List.of(TaskStatus.PLANNED)).stream()
                .filter(task -> task.isOverAt(now))
                .toList();
        postTasks.lapseAll(past, ExpiryReason.NOT_STARTED, REASON);
    }
}

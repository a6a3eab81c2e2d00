package io.siyu.task.plan;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignReopened;
import io.siyu.task.ExpiryReason;
import io.siyu.task.Task;
import io.siyu.task.TaskRepository;
import io.siyu.task.TaskStatus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.util.List;

/**
 * Takes back what a campaign had planned when it goes back to review: its tasks that are not open yet, and the followers
 * they were to reach, who are free for others again. The next READY plans it again. What is open or done stays.
 */
@ApplicationScoped
class WithdrawnWork {
    static final String REASON = "活动退回评审，任务已撤回";

    private final TaskRepository tasks;
    private final PostTasks postTasks;
    private final RecipientFiller filler;

    WithdrawnWork(TaskRepository tasks, PostTasks postTasks, RecipientFiller filler) {
        this.tasks = tasks;
        this.postTasks = postTasks;
        this.filler = filler;
    }

    void withdraw(@Observes CampaignReopened event) {
        Campaign campaign = event.campaign();
        List<Task> planned = tasks.listOfCampaign(campaign.shopId(), campaign.id(), List.of(TaskStatus.PLANNED));
        filler.free(campaign.shopId(), planned.stream().map(Task::id).toList());
        postTasks.lapseAll(planned, ExpiryReason.WITHDRAWN, REASON);
    }
}

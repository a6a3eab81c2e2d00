package io.siyu.task.plan;

import io.siyu.campaign.lifecycle.CampaignReady;
import io.siyu.shop.Shop;
import io.siyu.shop.ShopRepository;
import io.siyu.task.Task;
import io.siyu.task.TaskRepository;
import io.siyu.task.TaskStatus;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Of a campaign that became READY after its start, posts whose day is over go out no more: what they say is over too. */
@ApplicationScoped
class PastPosts {
    static final String REASON = "活动开始时未就绪，发布日已过";

    /** Behind those who plan the tasks. */
    private static final int LATE = 5000;

    private final TaskRepository tasks;
    private final PostTasks postTasks;
    private final ShopRepository shops;
    private final Clock clock;

    PastPosts(TaskRepository tasks, PostTasks postTasks, ShopRepository shops, Clock clock) {
        this.tasks = tasks;
        this.postTasks = postTasks;
        this.shops = shops;
        this.clock = clock;
    }

    void expire(@Observes @Priority(LATE) CampaignReady event) {
        Shop shop = shops.findById(event.shopId());
        LocalDate today = shop.today(clock);
        List<Task> past = tasks.listOfCampaign(event.shopId(), event.campaignId(), List.of(TaskStatus.PLANNED)).stream()
                .filter(task -> dayOf(task, shop.zone()).isBefore(today))
                .toList();
        postTasks.lapseAll(past, REASON);
    }

    private static LocalDate dayOf(Task task, ZoneId zone) {
        return LocalDate.ofInstant(task.opensAt(), zone);
    }
}

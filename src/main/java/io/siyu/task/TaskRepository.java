package io.siyu.task;

import io.siyu.platform.ids.ShopRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
public class TaskRepository implements ShopRepository<Task> {
    public Optional<Task> findUndoneOfFollower(long shopId, long followerId) {
        return find(
                        "shopId = ?1 and origin.followerId = ?2 and status in ?3",
                        shopId,
                        followerId,
                        List.of(TaskStatus.PLANNED, TaskStatus.OPEN, TaskStatus.CLAIMED))
                .firstResultOptional();
    }

    public List<Task> listOfCampaign(long shopId, long campaignId, Collection<TaskStatus> statuses) {
        return list("shopId = ?1 and origin.campaignId = ?2 and status in ?3", shopId, campaignId, statuses);
    }

    public List<Task> listOfPost(long shopId, long postId) {
        return list("shopId = ?1 and origin.postId = ?2", shopId, postId);
    }
}

package io.siyu.task.work;

import io.siyu.follower.FollowerService;
import io.siyu.task.queue.CompleteTaskRequest.FriendOutcome;

import jakarta.enterprise.context.ApplicationScoped;

/** Tells the follower how far adding it got. */
@ApplicationScoped
class FriendOutcomes {
    private final FollowerService followers;

    FriendOutcomes(FollowerService followers) {
        this.followers = followers;
    }

    /** @param outcome null says no more than that the invitation went out */
    void apply(long shopId, long followerId, FriendOutcome outcome, String by) {
        if (outcome == FriendOutcome.ADDED) {
            followers.markAdded(shopId, followerId, by);
        } else {
            followers.markInvited(shopId, followerId, by);
        }
    }
}

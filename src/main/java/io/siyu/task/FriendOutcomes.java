package io.siyu.task;

import io.siyu.task.CompleteTaskRequest.FriendOutcome;

import jakarta.enterprise.context.ApplicationScoped;

/** Tells the follower how far adding it got. */
@ApplicationScoped
public class FriendOutcomes {
    void apply(long shopId, long followerId, FriendOutcome outcome) {}
}

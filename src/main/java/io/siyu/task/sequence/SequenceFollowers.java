package io.siyu.task.sequence;

import io.siyu.follower.FollowerMoved;
import io.siyu.follower.FollowerPlaced;
import io.siyu.follower.FollowerStatus;
import io.siyu.task.recipient.TaskRecipients;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Who is lost or opts out is on no undone list of a sequence any more; who has come to another account is written to from
 * there (R9).
 */
@ApplicationScoped
class SequenceFollowers {
    /** They take such a follower off every list, and then it is not seen any more which were of sequences. */
    private static final int BEFORE_OTHER_TASKS = 100;

    private final SequenceOccurrences occurrences;
    private final SequenceTasks tasks;
    private final TaskRecipients recipients;
    private final Clock clock;

    SequenceFollowers(SequenceOccurrences occurrences, SequenceTasks tasks, TaskRecipients recipients, Clock clock) {
        this.occurrences = occurrences;
        this.tasks = tasks;
        this.recipients = recipients;
        this.clock = clock;
    }

    void moved(@Observes @Priority(BEFORE_OTHER_TASKS) FollowerMoved event) {
        if (event.to() != FollowerStatus.ADDED) {
            takeOff(event.shopId(), event.followerId(), event.to().name(), clock.instant());
        }
    }

    void placed(@Observes FollowerPlaced event) {
        Instant now = clock.instant();
        List<Long> lists = takeOff(event.shopId(), event.followerId(), TaskRecipients.MOVED, now);
        occurrences.waitAgain(event.shopId(), event.followerId(), lists, now);
    }

    private List<Long> takeOff(long shopId, long followerId, String why, Instant now) {
        List<Long> lists = occurrences.listUndoneTasksOf(shopId, followerId);
        recipients.skip(shopId, followerId, lists, why, now);
        tasks.closeEmpty(shopId, lists, now);
        return lists;
    }
}

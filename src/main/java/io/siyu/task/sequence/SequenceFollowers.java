package io.siyu.task.sequence;

import io.siyu.follower.FollowerMoved;
import io.siyu.follower.FollowerPlaced;
import io.siyu.follower.FollowerStatus;
import io.siyu.task.recipient.TaskRecipients;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;

/** Who is lost or opts out, or has come to another account, is on no undone list of a sequence any more (R9). */
@ApplicationScoped
class SequenceFollowers {
    private final SequenceOccurrences occurrences;
    private final TaskRecipients recipients;
    private final Clock clock;

    SequenceFollowers(SequenceOccurrences occurrences, TaskRecipients recipients, Clock clock) {
        this.occurrences = occurrences;
        this.recipients = recipients;
        this.clock = clock;
    }

    void moved(@Observes FollowerMoved event) {
        if (event.to() != FollowerStatus.ADDED) {
            takeOff(event.shopId(), event.followerId(), event.to().name());
        }
    }

    /** The account that it came from writes no more; the next step is the new account's. */
    void placed(@Observes FollowerPlaced event) {
        takeOff(event.shopId(), event.followerId(), "MOVED");
    }

    private void takeOff(long shopId, long followerId, String why) {
        recipients.skip(
                shopId, followerId, occurrences.listUndoneTasksOf(shopId, followerId), why, clock.instant());
    }
}

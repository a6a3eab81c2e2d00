package io.siyu.task.followup;

import io.siyu.follower.FollowerMoved;
import io.siyu.follower.FollowerPlaced;
import io.siyu.follower.FollowerStatus;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.task.recipient.TaskRecipients;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;

/** Who is lost, opts out or comes to another account is to be written to by no follow-up any more (R9). */
@ApplicationScoped
class FollowUpFollowers {
    private final TaskRecipients recipients;
    private final Sql sql;
    private final Clock clock;

    FollowUpFollowers(TaskRecipients recipients, Sql sql, Clock clock) {
        this.recipients = recipients;
        this.sql = sql;
        this.clock = clock;
    }

    void moved(@Observes FollowerMoved event) {
        if (event.to() != FollowerStatus.ADDED) {
            takeOff(event.shopId(), event.followerId(), event.to().name(), SqlFragment.EMPTY);
        }
    }

    void placed(@Observes FollowerPlaced event) {
        takeOff(
                event.shopId(),
                event.followerId(),
                TaskRecipients.MOVED,
                SqlFragment.of(" AND t.account_id <> ?", event.accountId()));
    }

    private void takeOff(long shopId, long followerId, String why, SqlFragment which) {
        SqlFragment lists = SqlFragment.of(
                "SELECT t.id FROM task_recipient r JOIN task t ON t.shop_id = r.shop_id AND t.id = r.task_id"
                        + " AND t.kind = 'FOLLOW_UP' AND t.status IN ('PLANNED', 'OPEN', 'CLAIMED')"
                        + " WHERE r.shop_id = ? AND r.follower_id = ? AND r.state = 'PENDING'",
                shopId,
                followerId);
        recipients.skip(shopId, followerId, sql.list(lists.add(which), row -> row.longAt("id")), why, clock.instant());
    }
}

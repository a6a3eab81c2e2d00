package io.siyu.task.plan;

import io.siyu.campaign.CampaignStatus;
import io.siyu.platform.sql.Sql;
import io.siyu.task.ExpiryReason;
import io.siyu.task.Task;
import io.siyu.task.TaskStatus;
import io.siyu.task.sequence.SequenceList;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Optional;

/** Why a task that nobody holds any more is not to be done any more either. */
@ApplicationScoped
class TaskEnds {
    static final String VALIDITY = "已过有效期";

    private static final String OVER =
            "SELECT status FROM campaign WHERE shop_id = ? AND id = ? AND status IN ('ENDED', 'CLOSED', 'CANCELLED')";

    private static final String STOPPED =
            "SELECT id FROM follower_sequence WHERE shop_id = ? AND id = ? AND status <> 'ACTIVE'";

    private final Sql sql;

    TaskEnds(Sql sql) {
        this.sql = sql;
    }

    record End(ExpiryReason code, String reason) {}

    /** Planned work ends with its campaign by that step itself. */
    Optional<End> of(Task task, Instant now) {
        Optional<End> ofCampaign = task.status() == TaskStatus.PLANNED ? Optional.empty() : ofCampaign(task);
        return ofCampaign
                .or(() -> ofSequence(task))
                .or(() ->
                        task.isOverAt(now) ? Optional.of(new End(ExpiryReason.VALIDITY, VALIDITY)) : Optional.empty());
    }

    /** Who held a list when its sequence was paused could finish it; nobody takes it after that. */
    private Optional<End> ofSequence(Task task) {
        return SequenceList.sequenceOf(task.origin())
                .flatMap(sequence -> sql.first(STOPPED, row -> row.longAt("id"), task.shopId(), sequence))
                .map(stopped -> new End(ExpiryReason.NOT_WANTED, SequenceList.WITHDRAWN));
    }

    private Optional<End> ofCampaign(Task task) {
        Long campaign = task.origin().campaignId();
        return campaign == null
                ? Optional.empty()
                : sql.first(OVER, row -> row.enumAt("status", CampaignStatus.class), task.shopId(), campaign)
                        .map(status -> status == CampaignStatus.CANCELLED
                                ? new End(ExpiryReason.CAMPAIGN_CANCELLED, TaskPlanner.CANCELLED)
                                : new End(ExpiryReason.CAMPAIGN_ENDED, TaskPlanner.ENDED));
    }
}

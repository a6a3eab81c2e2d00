package io.siyu.task.duty;

import io.siyu.campaign.CampaignRepository;
import io.siyu.platform.sql.Sql;
import io.siyu.staff.AccountHanded;
import io.siyu.staff.AccountOpened;
import io.siyu.staff.AccountRetired;
import io.siyu.staff.DepartureUndone;
import io.siyu.staff.StaffPresenceChanged;
import io.siyu.staff.StaffStoppedWorking;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.util.List;

/** Who comes to campaigns late owes them the same as others, and who is gone nothing. */
@ApplicationScoped
class DutiesOfPeople {
    private static final String GOING = "SELECT id FROM campaign WHERE shop_id = ?"
            + " AND status IN ('REVIEW', 'PREPARING', 'READY', 'RUNNING', 'PAUSED') ORDER BY id";

    private final CampaignRepository campaigns;
    private final CampaignTasks tasks;
    private final Sql sql;

    DutiesOfPeople(CampaignRepository campaigns, CampaignTasks tasks, Sql sql) {
        this.campaigns = campaigns;
        this.tasks = tasks;
        this.sql = sql;
    }

    void stopped(@Observes @Priority(CampaignTasks.LATE) StaffStoppedWorking event) {
        align(event.shopId());
    }

    void departureUndone(@Observes @Priority(CampaignTasks.LATE) DepartureUndone event) {
        align(event.shopId());
    }

    void cameIn(@Observes @Priority(CampaignTasks.LATE) StaffPresenceChanged event) {
        align(event.shopId());
    }

    void handed(@Observes @Priority(CampaignTasks.LATE) AccountHanded event) {
        align(event.shopId());
    }

    void opened(@Observes @Priority(CampaignTasks.LATE) AccountOpened event) {
        align(event.shopId());
    }

    void retired(@Observes @Priority(CampaignTasks.LATE) AccountRetired event) {
        align(event.shopId());
    }

    private void align(long shopId) {
        List<Long> going = sql.list(GOING, row -> row.longAt("id"), shopId);
        going.forEach(id -> campaigns.findIn(shopId, id).ifPresent(campaign -> tasks.align(campaign, null)));
    }
}

package io.siyu.task.duty;

import io.siyu.campaign.CampaignRepository;
import io.siyu.shop.ShopMoved;
import io.siyu.staff.AccountHanded;
import io.siyu.staff.AccountOpened;
import io.siyu.staff.AccountRetired;
import io.siyu.staff.DepartureUndone;
import io.siyu.staff.HandoverUndone;
import io.siyu.staff.StaffPresenceChanged;
import io.siyu.staff.StaffStoppedWorking;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Who comes to campaigns late owes them the same as others, and who is gone nothing; when it is due is told by the clock of
 * the shop.
 */
@ApplicationScoped
class DutiesOfPeople {
    private final CampaignRepository campaigns;
    private final CampaignTasks tasks;

    DutiesOfPeople(CampaignRepository campaigns, CampaignTasks tasks) {
        this.campaigns = campaigns;
        this.tasks = tasks;
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

    void handoverUndone(@Observes @Priority(CampaignTasks.LATE) HandoverUndone event) {
        align(event.shopId());
    }

    void opened(@Observes @Priority(CampaignTasks.LATE) AccountOpened event) {
        align(event.shopId());
    }

    void retired(@Observes @Priority(CampaignTasks.LATE) AccountRetired event) {
        align(event.shopId());
    }

    void moved(@Observes @Priority(CampaignTasks.LATE) ShopMoved event) {
        align(event.shop().id());
    }

    private void align(long shopId) {
        campaigns.listBeforeEnd(shopId).forEach(campaign -> tasks.align(campaign, null));
    }
}

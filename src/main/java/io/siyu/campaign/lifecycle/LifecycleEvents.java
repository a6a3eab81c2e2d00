package io.siyu.campaign.lifecycle;

import io.siyu.campaign.Actor;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignApproved;
import io.siyu.campaign.CampaignReopened;
import io.siyu.campaign.CampaignStatus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/** Tells those who work by it of a step that somebody has taken with a campaign, in the transaction of the step. */
@ApplicationScoped
class LifecycleEvents {
    private final Event<CampaignApproved> approved;
    private final Event<CampaignReady> ready;
    private final Event<CampaignReopened> reopened;
    private final Event<CampaignPaused> paused;
    private final Event<CampaignResumed> resumed;
    private final Event<CampaignCancelled> cancelled;

    LifecycleEvents(
            Event<CampaignApproved> approved,
            Event<CampaignReady> ready,
            Event<CampaignReopened> reopened,
            Event<CampaignPaused> paused,
            Event<CampaignResumed> resumed,
            Event<CampaignCancelled> cancelled) {
        this.approved = approved;
        this.ready = ready;
        this.reopened = reopened;
        this.paused = paused;
        this.resumed = resumed;
        this.cancelled = cancelled;
    }

    /** @param from where the campaign has just come from */
    void tell(Campaign campaign, CampaignStatus from, Actor by, String reason) {
        long shop = campaign.shopId();
        long id = campaign.id();
        switch (campaign.status()) {
            case REVIEW -> {
                if (from == CampaignStatus.READY) {
                    reopened.fire(new CampaignReopened(campaign, from, by, reason));
                }
            }
            case PREPARING -> approved.fire(new CampaignApproved(shop, id, by));
            case READY -> ready.fire(new CampaignReady(shop, id));
            case PAUSED -> paused.fire(new CampaignPaused(shop, id));
            case RUNNING -> resumed.fire(new CampaignResumed(shop, id));
            case CANCELLED -> cancelled.fire(new CampaignCancelled(shop, id));
            case DRAFT, ENDED, CLOSED -> {
                // Nobody works by these steps.
            }
        }
    }
}

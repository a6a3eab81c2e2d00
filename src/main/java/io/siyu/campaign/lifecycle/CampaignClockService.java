package io.siyu.campaign.lifecycle;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignRepository;
import io.siyu.campaign.CampaignStatus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import java.time.Instant;

/** The steps that the clock takes: READY→RUNNING, RUNNING or PAUSED→ENDED, and the flag on a start that was missed. */
@ApplicationScoped
public class CampaignClockService {
    private final CampaignRepository campaigns;
    private final CampaignHistory history;
    private final Event<CampaignStarted> started;
    private final Event<CampaignEnded> ended;

    public CampaignClockService(
            CampaignRepository campaigns,
            CampaignHistory history,
            Event<CampaignStarted> started,
            Event<CampaignEnded> ended) {
        this.campaigns = campaigns;
        this.history = history;
        this.started = started;
        this.ended = ended;
    }

    /** One step of one campaign, if it is due. The version in the update lets one of many replicas take it. */
    @Transactional
    public boolean advance(long shopId, long campaignId, Instant now) {
        Campaign campaign = campaigns.findIn(shopId, campaignId).orElse(null);
        if (campaign == null || campaign.clockAt() == null || campaign.clockAt().isAfter(now)) {
            return false;
        }
        switch (campaign.status()) {
            case DRAFT, REVIEW, PREPARING -> campaign.missStart();
            case READY -> start(campaign, now);
            case RUNNING, PAUSED -> end(campaign, now);
            case ENDED, CLOSED, CANCELLED ->
                throw new IllegalStateException(
                        "the clock waits for campaign " + campaignId + ", which is " + campaign.status());
        }
        return true;
    }

    private void start(Campaign campaign, Instant now) {
        campaign.start();
        campaigns.flush();
        history.addByClock(campaign, CampaignStatus.READY, now);
        started.fire(new CampaignStarted(campaign.shopId(), campaign.id()));
    }

    private void end(Campaign campaign, Instant now) {
        CampaignStatus from = campaign.status();
        campaign.end();
        campaigns.flush();
        history.addByClock(campaign, from, now);
        ended.fire(new CampaignEnded(campaign.shopId(), campaign.id()));
    }
}

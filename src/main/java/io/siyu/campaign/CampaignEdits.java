package io.siyu.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/** Tells what an edit did to a campaign, wherever it was made. */
@ApplicationScoped
public class CampaignEdits {
    private static final String REVISED = "内容有修订，需重新评审";

    private final CampaignRepository campaigns;
    private final Event<ContentRevised> revised;
    private final Event<CampaignReopened> reopened;

    public CampaignEdits(
            CampaignRepository campaigns, Event<ContentRevised> revised, Event<CampaignReopened> reopened) {
        this.campaigns = campaigns;
        this.revised = revised;
        this.reopened = reopened;
    }

    /**
     * To be called in the transaction of the edit, when all of it is done.
     *
     * @param before the status before the edit
     */
    public void tell(Campaign campaign, Edit edit, CampaignStatus before, Actor by) {
        campaigns.flush();
        if (edit != Edit.CONTENT) {
            return;
        }
        revised.fire(new ContentRevised(campaign, by));
        if (campaign.status() != before) {
            reopened.fire(new CampaignReopened(campaign, before, by, REVISED));
        }
    }
}

package io.siyu.campaign.timeline;

import io.siyu.campaign.CampaignService;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;

import jakarta.enterprise.context.ApplicationScoped;

/** Shows a campaign's history. */
@ApplicationScoped
public class TimelineService {
    private final CampaignService campaigns;
    private final CampaignTimeline timeline;

    public TimelineService(CampaignService campaigns, CampaignTimeline timeline) {
        this.campaigns = campaigns;
        this.timeline = timeline;
    }

    public Page<TimelineResponse> list(Id id, PageRequest page) {
        return timeline.list(campaigns.find(id).thing(), page);
    }
}

package io.siyu.campaign.revision;

import com.fasterxml.jackson.databind.JsonNode;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignService;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.problem.ErrorCode;

import jakarta.enterprise.context.ApplicationScoped;

/** Shows a campaign's content revisions. */
@ApplicationScoped
public class RevisionService {
    private final CampaignService campaigns;
    private final RevisionKeeper revisions;

    public RevisionService(CampaignService campaigns, RevisionKeeper revisions) {
        this.campaigns = campaigns;
        this.revisions = revisions;
    }

    public Page<RevisionResponse> list(Id id, PageRequest page) {
        Campaign campaign = campaigns.find(id).thing();
        int after = page.cursor(1).map(cursor -> (int) cursor.longAt(0)).orElse(0);
        return Page.of(
                revisions.listAfter(campaign, after, page.rowsToRead()),
                page.limit(),
                revision -> Cursor.of(revision.number()));
    }

    /** @param to null for the latest */
    public DifferenceResponse difference(Id id, int from, Integer to) {
        Campaign campaign = campaigns.find(id).thing();
        int other = to == null ? campaign.contentRevision() : to;
        return new DifferenceResponse(
                from, other, RevisionDifference.between(require(campaign, from), require(campaign, other)));
    }

    private JsonNode require(Campaign campaign, int number) {
        return revisions
                .find(campaign, number)
                .orElseThrow(() -> ErrorCode.NOT_FOUND.problem("The campaign has no content revision " + number + "."));
    }
}

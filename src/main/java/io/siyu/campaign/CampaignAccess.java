package io.siyu.campaign;

import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.staff.Caller;
import io.siyu.staff.Found;

import jakarta.enterprise.context.RequestScoped;

/** Finds campaigns and posts among the caller's shops: those of other shops are not there. */
@RequestScoped
public class CampaignAccess {
    private final CampaignRepository campaigns;
    private final CampaignPostRepository posts;
    private final Caller caller;

    public CampaignAccess(CampaignRepository campaigns, CampaignPostRepository posts, Caller caller) {
        this.campaigns = campaigns;
        this.posts = posts;
        this.caller = caller;
    }

    /** @throws io.siyu.platform.problem.ProblemException 404 if no member of its shop, 403 without the role in it */
    public Found<Campaign> campaign(Id id) {
        return caller.find(shops -> campaigns
                .findInAny(shops, id.value())
                .orElseThrow(() -> ErrorCode.NOT_FOUND.problem("There is no such campaign.")));
    }

    /** @throws io.siyu.platform.problem.ProblemException 404 if no member of its shop, 403 without the role in it */
    public Found<CampaignPost> post(Id id) {
        return caller.find(shops -> posts.findInAny(shops, id.value())
                .filter(post -> !post.isRemoved())
                .orElseThrow(() -> ErrorCode.NOT_FOUND.problem("There is no such post.")));
    }
}

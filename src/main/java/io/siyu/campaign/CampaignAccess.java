package io.siyu.campaign;

import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.staff.Caller;
import io.siyu.staff.Member;

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

    /** A campaign as the caller may read it. */
    public Campaign campaign(Id id) {
        return campaigns
                .findInAny(caller.shopIds(), id.value())
                .orElseThrow(() -> ErrorCode.NOT_FOUND.problem("There is no such campaign."));
    }

    public CampaignPost post(Id id) {
        return posts.findInAny(caller.shopIds(), id.value())
                .filter(post -> !post.isRemoved())
                .orElseThrow(() -> ErrorCode.NOT_FOUND.problem("There is no such post."));
    }

    /** The caller as a member of the campaign's shop with one of these roles: 404 if no member, 403 without the role. */
    public Member memberOf(Id campaign, String... anyOf) {
        return caller.require(campaign(campaign).shopId(), anyOf);
    }

    public Member memberOfPost(Id post, String... anyOf) {
        return caller.require(post(post).shopId(), anyOf);
    }

    public Member member(long shopId) {
        return caller.member(shopId);
    }
}

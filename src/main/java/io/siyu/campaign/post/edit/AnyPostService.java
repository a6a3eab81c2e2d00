package io.siyu.campaign.post.edit;

import io.siyu.campaign.post.CampaignPost;
import io.siyu.campaign.post.CampaignPostRepository;
import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.staff.caller.Caller;
import io.siyu.staff.caller.Found;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** A post by its id, whether a campaign's or a daily one. */
@ApplicationScoped
public class AnyPostService {
    private final CampaignPostRepository posts;
    private final PostService ofCampaigns;
    private final DailyPostService daily;
    private final PostResponses responses;
    private final Caller caller;

    public AnyPostService(
            CampaignPostRepository posts,
            PostService ofCampaigns,
            DailyPostService daily,
            PostResponses responses,
            Caller caller) {
        this.posts = posts;
        this.ofCampaigns = ofCampaigns;
        this.daily = daily;
        this.responses = responses;
        this.caller = caller;
    }

    public PostResponse get(Id id) {
        Found<CampaignPost> found = find(id);
        return responses.one(found.thing(), found.member().shop().zone());
    }

    @Transactional
    public PostResponse update(Id id, String ifMatch, UpdatePostRequest request) {
        Found<CampaignPost> found = find(id);
        return found.thing().isDaily()
                ? daily.update(found.member(), found.thing(), ifMatch, request)
                : ofCampaigns.update(found.member(), found.thing(), ifMatch, request);
    }

    @Transactional
    public void remove(Id id) {
        Found<CampaignPost> found = find(id);
        if (found.thing().isDaily()) {
            daily.remove(found.member(), found.thing());
        } else {
            ofCampaigns.remove(found.member(), found.thing());
        }
    }

    private Found<CampaignPost> find(Id id) {
        return caller.find(shops -> posts.findInAny(shops, id.value())
                .filter(post -> !post.isRemoved())
                .orElseThrow(() -> ErrorCode.NOT_FOUND.problem("There is no such post.")));
    }
}

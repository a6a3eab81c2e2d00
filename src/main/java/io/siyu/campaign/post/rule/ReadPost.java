package io.siyu.campaign.post.rule;

import io.siyu.campaign.audience.AudienceReach;
import io.siyu.campaign.post.CampaignPost;
import io.siyu.content.Reading;
import io.siyu.content.limit.ContactLimits;
import io.siyu.content.script.PinnedScript;

/**
 * A post with all that the rules on it alone look at.
 *
 * @param script in the version that the post keeps, null without one
 * @param followUp the same of what is sent in private afterwards
 * @param limits of the post's day
 * @param reading on the accounts that it goes out on
 */
public record ReadPost(
        CampaignPost post,
        PinnedScript script,
        PinnedScript followUp,
        AudienceReach reach,
        ContactLimits limits,
        Reading reading) {
    String field() {
        return "posts/" + post.id();
    }
}

package io.siyu.campaign.post.edit;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignStatus;
import io.siyu.campaign.post.PostTerms;
import io.siyu.platform.problem.ErrorCode;

/**
 * What an edit of a post does to its campaign. Up to READY what followers would see makes a content revision, to be
 * approved anew, and nothing else does. Under way, posts are changed by what is proposed and approved (campaign/change).
 * Afterwards nothing changes them.
 */
public enum PostEditing {
    REVISE,
    BESIDE_CONTENT;

    /** @throws io.siyu.platform.problem.ProblemException 409 if the edit is not possible now */
    static PostEditing of(Campaign campaign, PostTerms before, PostTerms changed) {
        requireOpen(campaign);
        return showsTheSame(before, changed) ? BESIDE_CONTENT : REVISE;
    }

    /** The line is only what a post is counted to: no follower sees it. */
    private static boolean showsTheSame(PostTerms before, PostTerms changed) {
        return changed.onLine(before.line()).equals(before);
    }

    /** Posts are edited, added and removed up to READY. */
    public static void requireOpen(Campaign campaign) {
        if (campaign.status().isUnderWay()) {
            throw ErrorCode.STATE_CONFLICT.problem("The campaign is " + campaign.status()
                    + ": propose a change of it, which takes effect once it is approved.");
        }
        if (!campaign.status().isBeforeReady() && campaign.status() != CampaignStatus.READY) {
            throw ErrorCode.STATE_CONFLICT.problem("The posts of a campaign that is " + campaign.status() + " stay.");
        }
    }
}

package io.siyu.campaign.post.edit;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignStatus;
import io.siyu.campaign.post.CampaignPost;
import io.siyu.campaign.post.PostTerms;
import io.siyu.platform.problem.ErrorCode;

import java.time.Instant;
import java.time.ZoneId;

/**
 * What an edit of a post does to its campaign (product.md: an edit makes a new revision and asks again; changing a
 * script or time re-plans what has not been done). Before READY every edit is a revision. At READY the time or script
 * of a post changes in place, any other edit takes the campaign back to REVIEW. While it runs, only the time or script
 * of posts that have not gone out changes. Afterwards nothing does.
 */
enum PostEditing {
    REVISE,
    IN_PLACE;

    /** @throws io.siyu.platform.problem.ProblemException 409 if the edit is not possible now */
    static PostEditing of(Campaign campaign, CampaignPost post, PostTerms changed, Instant now, ZoneId zone) {
        boolean light = isTimeOrScript(post.terms(), changed);
        return switch (campaign.status()) {
            case DRAFT, REVIEW, PREPARING -> REVISE;
            case READY -> light ? IN_PLACE : REVISE;
            case RUNNING -> {
                requireNotGoneOut(post, changed, now, zone);
                if (!light) {
                    throw ErrorCode.STATE_CONFLICT.problem(
                            "While the campaign runs only the time or script of a post changes.");
                }
                yield IN_PLACE;
            }
            case ENDED, CLOSED, CANCELLED -> throw closed(campaign);
        };
    }

    /** Posts are added and removed up to READY. */
    static void requireOpen(Campaign campaign) {
        if (!campaign.status().isBeforeReady() && campaign.status() != CampaignStatus.READY) {
            throw closed(campaign);
        }
    }

    private static boolean isTimeOrScript(PostTerms before, PostTerms changed) {
        PostTerms sameButTimeAndScript = new PostTerms(
                changed.dayNo(),
                changed.day(),
                changed.at(),
                before.kind(),
                before.visibleTo(),
                before.mentions(),
                before.line(),
                changed.script(),
                changed.followUp(),
                before.audience());
        return sameButTimeAndScript.equals(changed);
    }

    private static void requireNotGoneOut(CampaignPost post, PostTerms changed, Instant now, ZoneId zone) {
        if (!post.scheduledAt(zone).isAfter(now)) {
            throw ErrorCode.STATE_CONFLICT.problem("The post has gone out.");
        }
        if (!changed.day().atTime(changed.at()).atZone(zone).toInstant().isAfter(now)) {
            throw ErrorCode.STATE_CONFLICT.problem("A post cannot be moved into the past.");
        }
    }

    private static RuntimeException closed(Campaign campaign) {
        return ErrorCode.STATE_CONFLICT.problem("The posts of a campaign that is " + campaign.status() + " stay.");
    }
}

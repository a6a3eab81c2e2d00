package io.siyu.campaign.post.edit;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignStatus;
import io.siyu.campaign.post.CampaignPost;
import io.siyu.campaign.post.PostTerms;
import io.siyu.platform.problem.ErrorCode;

import java.time.Instant;
import java.time.ZoneId;

/**
 * What an edit of a post does to its campaign. Up to READY what followers would see makes a content revision, to be
 * approved anew, and nothing else does. Under way, only the time or script of posts that have not gone out changes, and
 * the campaign goes on. Afterwards nothing does.
 */
enum PostEditing {
    REVISE,
    BESIDE_CONTENT,
    IN_PLACE;

    /** @throws io.siyu.platform.problem.ProblemException 409 if the edit is not possible now */
    static PostEditing of(Campaign campaign, CampaignPost post, PostTerms changed, Instant now, ZoneId zone) {
        return switch (campaign.status()) {
            case DRAFT, REVIEW, PREPARING, READY -> showsTheSame(post.terms(), changed) ? BESIDE_CONTENT : REVISE;
            case RUNNING, PAUSED -> {
                requireNotGoneOut(post, changed, now, zone);
                if (!isTimeOrScript(post.terms(), changed)) {
                    throw ErrorCode.STATE_CONFLICT.problem(
                            "While the campaign runs only the time or script of a post changes.");
                }
                yield IN_PLACE;
            }
            case ENDED, CLOSED, CANCELLED -> throw closed(campaign);
        };
    }

    /** The line is only what a post is counted to: no follower sees it. */
    private static boolean showsTheSame(PostTerms before, PostTerms changed) {
        PostTerms onItsLine = new PostTerms(
                changed.dayNo(),
                changed.day(),
                changed.at(),
                changed.kind(),
                changed.visibleTo(),
                changed.mentions(),
                before.line(),
                changed.script(),
                changed.followUp(),
                changed.audience(),
                changed.slot(),
                changed.variant());
        return onItsLine.equals(before);
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
                before.audience(),
                before.slot(),
                before.variant());
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

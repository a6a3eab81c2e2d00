package io.siyu.campaign.playbook;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignRepository;
import io.siyu.campaign.post.CampaignPost;
import io.siyu.campaign.post.CampaignPostRepository;
import io.siyu.campaign.post.edit.PostChoices;
import io.siyu.content.script.ScriptPin;
import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a playbook may consist of, and what it takes from a campaign. */
@ApplicationScoped
class PlaybookContents {
    private final PostChoices choices;
    private final CampaignRepository campaigns;
    private final CampaignPostRepository posts;

    PlaybookContents(PostChoices choices, CampaignRepository campaigns, CampaignPostRepository posts) {
        this.choices = choices;
        this.campaigns = campaigns;
        this.posts = posts;
    }

    /** @throws io.siyu.platform.problem.ProblemException 400 for posts that are none, or both or neither of the ways */
    PlaybookContent of(long shopId, CreatePlaybookRequest request) {
        if (request.campaignId() != null) {
            if (request.posts() != null || request.days() != null) {
                throw ErrorCode.VALIDATION_FAILED.problem(
                        "campaignId", "NotBoth", "Give days and posts, or the campaign to take them from.");
            }
            return ofCampaign(shopId, request.campaignId());
        }
        if (request.days() == null || request.posts() == null) {
            throw ErrorCode.VALIDATION_FAILED.problem(
                    request.days() == null ? "days" : "posts", "NotNull", "must not be null");
        }
        return checked(shopId, request.days(), request.posts());
    }

    PlaybookContent checked(long shopId, int days, List<PlaybookPost> wanted) {
        PostChoices.Of ofShop = choices.of(shopId);
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < wanted.size(); i++) {
            PlaybookPost post = wanted.get(i);
            if (post.day() > days) {
                throw ErrorCode.VALIDATION_FAILED.problem(
                        "posts[" + i + "].day", "NoSuchDay", "The playbook has " + days + " days.");
            }
            if (!keys.add(post.key())) {
                throw ErrorCode.VALIDATION_FAILED.problem(
                        "posts[" + i + "].key", "KeyTwice", "Another post has this key.");
            }
            choices.require(shopId, post.terms(LocalDate.EPOCH, id -> ofShop.script(id, null)));
        }
        return new PlaybookContent(days, List.copyOf(wanted));
    }

    private PlaybookContent ofCampaign(long shopId, Id campaignId) {
        Campaign campaign = campaigns
                .findIn(shopId, campaignId.value())
                .orElseThrow(() -> ErrorCode.VALIDATION_FAILED.problem(
                        "campaignId", "UnknownCampaign", "The shop has no such campaign."));
        List<PlaybookPost> taken = new ArrayList<>();
        for (CampaignPost post : posts.listOf(shopId, campaign.id())) {
            taken.add(taken("post-" + (taken.size() + 1), post));
        }
        if (taken.isEmpty()) {
            throw ErrorCode.VALIDATION_FAILED.problem("campaignId", "NoPosts", "The campaign has no posts.");
        }
        return new PlaybookContent(campaign.days(), taken);
    }

    private static PlaybookPost taken(String key, CampaignPost post) {
        return new PlaybookPost(
                key,
                post.dayNo(),
                post.at(),
                post.kind(),
                post.visibleTo(),
                post.mentions(),
                post.line(),
                idOf(post.script()),
                idOf(post.followUp()),
                post.audience());
    }

    private static Id idOf(ScriptPin script) {
        return script == null ? null : Id.of(script.scriptId());
    }
}

package io.siyu.campaign.post.edit;

import io.siyu.campaign.Actor;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignEdits;
import io.siyu.campaign.CampaignMoved;
import io.siyu.campaign.CampaignRepository;
import io.siyu.campaign.CampaignService;
import io.siyu.campaign.CampaignStatus;
import io.siyu.campaign.Edit;
import io.siyu.campaign.post.CampaignPost;
import io.siyu.campaign.post.CampaignPostRepository;
import io.siyu.campaign.post.PostTerms;
import io.siyu.campaign.post.rule.PostChecks;
import io.siyu.content.RuleViolation;
import io.siyu.platform.audit.Act;
import io.siyu.platform.audit.AuditTrail;
import io.siyu.platform.http.ETags;
import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.shop.Shop;
import io.siyu.staff.caller.Found;
import io.siyu.staff.caller.Member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.util.List;

/** A campaign's posts. */
@ApplicationScoped
public class PostService {
    private final CampaignService service;
    private final CampaignRepository campaigns;
    private final CampaignPostRepository posts;
    private final PostChoices choices;
    private final PostChecks checks;
    private final PostResponses responses;
    private final CampaignEdits edits;
    private final AuditTrail audit;
    private final Clock clock;

    public PostService(
            CampaignService service,
            CampaignRepository campaigns,
            CampaignPostRepository posts,
            PostChoices choices,
            PostChecks checks,
            PostResponses responses,
            CampaignEdits edits,
            AuditTrail audit,
            Clock clock) {
        this.audit = audit;
        this.service = service;
        this.campaigns = campaigns;
        this.posts = posts;
        this.choices = choices;
        this.checks = checks;
        this.responses = responses;
        this.edits = edits;
        this.clock = clock;
    }

    @Transactional
    public PostResponse add(Id campaignId, CreatePostRequest request) {
        Found<Campaign> found = service.find(campaignId);
        Member member = found.member();
        Campaign campaign = found.thing();
        PostEditing.requireOpen(campaign);
        PostTerms terms = request.terms(campaign, choices.of(member.shopId()));
        requireDay(campaign, terms);
        choices.require(member.shopId(), terms);
        CampaignPost post = CampaignPost.of(campaign, terms, clock.instant());
        posts.persist(post);
        revise(campaign, Actor.of(member));
        audit.record(Act.on(member.shopId(), "post", post.id())
                .to(PostResponse.from(post, member.shop().zone())));
        return responses.one(post, member.shop().zone());
    }

    /** In the transaction in which the post was found. */
    PostResponse update(Member member, CampaignPost post, String ifMatch, UpdatePostRequest request) {
        if (request.date() != null) {
            throw ErrorCode.VALIDATION_FAILED.problem("date", "NotHere", "A campaign's post has one of its days.");
        }
        ETags.requireMatch(ifMatch, post.version());
        Campaign campaign = require(post.shopId(), post.campaignId());
        PostResponse before = PostResponse.from(post, member.shop().zone());
        PostTerms terms = request.over(post.terms(), campaign, choices.of(member.shopId()));
        requireDay(campaign, terms);
        choices.require(member.shopId(), terms);
        PostEditing editing = PostEditing.of(campaign, post.terms(), terms);
        if (post.change(terms)) {
            told(editing, campaign, Actor.of(member));
        }
        PostResponse after = PostResponse.from(post, member.shop().zone());
        audit.record(Act.on(post.shopId(), "post", post.id()).from(before).to(after));
        return responses.one(post, member.shop().zone());
    }

    /** In the transaction in which the post was found. */
    void remove(Member member, CampaignPost post) {
        Campaign campaign = require(post.shopId(), post.campaignId());
        PostEditing.requireOpen(campaign);
        audit.record(Act.on(post.shopId(), "post", post.id())
                .from(PostResponse.from(post, member.shop().zone())));
        post.remove();
        revise(campaign, Actor.of(member));
    }

    public List<PostResponse> list(Id campaignId) {
        Found<Campaign> found = service.find(campaignId);
        return list(found.member().shop(), found.thing());
    }

    public List<PostResponse> list(Shop shop, Campaign campaign) {
        return responses.all(posts.listOf(shop.id(), campaign.id()), shop.zone());
    }

    @Transactional
    public List<RuleViolation> check(Id campaignId) {
        Found<Campaign> found = service.find(campaignId);
        return check(found.member().shop(), found.thing());
    }

    private List<RuleViolation> check(Shop shop, Campaign campaign) {
        return checks.check(shop, campaign, posts.listOf(shop.id(), campaign.id()));
    }

    /** @throws io.siyu.platform.problem.ProblemException 400 if a post stands on a day that the campaign loses */
    void follow(@Observes CampaignMoved event) {
        Campaign campaign = event.campaign();
        List<CampaignPost> all = posts.listOf(campaign.shopId(), campaign.id());
        if (all.stream().anyMatch(post -> post.dayNo() > campaign.days())) {
            throw ErrorCode.VALIDATION_FAILED.problem(
                    "days", "DayHasPosts", "Move or take out the posts of the days that it loses first.");
        }
        all.forEach(post -> post.follow(campaign.startDay()));
    }

    private void told(PostEditing editing, Campaign campaign, Actor by) {
        if (editing == PostEditing.REVISE) {
            revise(campaign, by);
        } else {
            campaign.reviseBesideContent();
            edits.tell(campaign, Edit.BESIDE_CONTENT, campaign.status(), by);
        }
    }

    /** A new content revision to approve; a campaign that was READY waits in REVIEW again. */
    public void revise(Campaign campaign, Actor by) {
        CampaignStatus before = campaign.status();
        campaign.revise();
        edits.tell(campaign, Edit.CONTENT, before, by);
    }

    private static void requireDay(Campaign campaign, PostTerms terms) {
        if (terms.dayNo() > campaign.days()) {
            throw ErrorCode.VALIDATION_FAILED.problem(
                    "day", "NoSuchDay", "The campaign has " + campaign.days() + " days.");
        }
    }

    private Campaign require(long shopId, long id) {
        return campaigns
                .findIn(shopId, id)
                .orElseThrow(() -> ErrorCode.NOT_FOUND.problem("There is no such campaign."));
    }
}

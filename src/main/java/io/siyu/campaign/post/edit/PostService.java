package io.siyu.campaign.post.edit;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignMoved;
import io.siyu.campaign.CampaignReopened;
import io.siyu.campaign.CampaignRepository;
import io.siyu.campaign.CampaignService;
import io.siyu.campaign.CampaignStatus;
import io.siyu.campaign.post.CampaignPost;
import io.siyu.campaign.post.CampaignPostRepository;
import io.siyu.campaign.post.PostChanged;
import io.siyu.campaign.post.PostTerms;
import io.siyu.campaign.post.rule.PostChecks;
import io.siyu.campaign.post.rule.PostGate;
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
import jakarta.enterprise.event.Event;
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
    private final Event<PostChanged> changed;
    private final Event<CampaignReopened> reopened;
    private final AuditTrail audit;
    private final Clock clock;

    public PostService(
            CampaignService service,
            CampaignRepository campaigns,
            CampaignPostRepository posts,
            PostChoices choices,
            PostChecks checks,
            PostResponses responses,
            Event<PostChanged> changed,
            Event<CampaignReopened> reopened,
            AuditTrail audit,
            Clock clock) {
        this.audit = audit;
        this.service = service;
        this.campaigns = campaigns;
        this.posts = posts;
        this.choices = choices;
        this.checks = checks;
        this.responses = responses;
        this.changed = changed;
        this.reopened = reopened;
        this.clock = clock;
    }

    @Transactional
    public PostResponse add(Id campaignId, CreatePostRequest request) {
        Found<Campaign> found = service.find(campaignId);
        Member member = found.member();
        Campaign campaign = found.thing();
        PostEditing.requireOpen(campaign);
        PostTerms terms = request.terms(campaign, choices.of(member.shopId()));
        choices.require(member.shopId(), terms);
        CampaignPost post = CampaignPost.of(campaign, terms, clock.instant());
        posts.persist(post);
        revise(campaign);
        audit.record(Act.on(member.shopId(), "post", post.id())
                .to(PostResponse.from(post, member.shop().zone())));
        return responses.one(post, member.shop().zone());
    }

    /** In the transaction in which the post was found. */
    PostResponse update(Member member, CampaignPost post, String ifMatch, UpdatePostRequest request) {
        if (request.date() != null) {
            throw ErrorCode.VALIDATION_FAILED.problem("date", "NotHere", "A campaign's post has a day, 1 to 3.");
        }
        ETags.requireMatch(ifMatch, post.version());
        Campaign campaign = require(post.shopId(), post.campaignId());
        PostResponse before = PostResponse.from(post, member.shop().zone());
        PostTerms terms = request.over(post.terms(), campaign, choices.of(member.shopId()));
        choices.require(member.shopId(), terms);
        PostEditing editing = PostEditing.of(
                campaign, post, terms, clock.instant(), member.shop().zone());
        if (editing == PostEditing.IN_PLACE) {
            changeInPlace(member.shop(), campaign, post, terms);
        } else if (post.change(terms)) {
            revise(campaign);
        }
        PostResponse after = PostResponse.from(post, member.shop().zone());
        audit.record(Act.on(post.shopId(), "post", post.id()).from(before).to(after));
        return responses.one(post, member.shop().zone());
    }

    /** In the transaction in which the post was found. */
    void remove(Shop shop, CampaignPost post) {
        Campaign campaign = require(post.shopId(), post.campaignId());
        PostEditing.requireOpen(campaign);
        audit.record(Act.on(post.shopId(), "post", post.id()).from(PostResponse.from(post, shop.zone())));
        post.remove();
        revise(campaign);
    }

    public List<PostResponse> list(Id campaignId) {
        Found<Campaign> found = service.find(campaignId);
        return list(found.member().shop(), found.thing());
    }

    List<PostResponse> list(Shop shop, Campaign campaign) {
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

    void follow(@Observes CampaignMoved event) {
        posts.listOf(event.shopId(), event.campaignId()).forEach(post -> post.follow(event.startDay()));
    }

    /** A new revision to approve; a campaign that was READY waits in REVIEW again. */
    void revise(Campaign campaign) {
        boolean wasReady = campaign.status() == CampaignStatus.READY;
        campaign.revise();
        campaigns.flush();
        if (wasReady) {
            reopened.fire(new CampaignReopened(campaign.shopId(), campaign.id()));
        }
    }

    /** Refused if it breaks a rule that was kept before: what an admin let pass stays passed. */
    private void changeInPlace(Shop shop, Campaign campaign, CampaignPost post, PostTerms terms) {
        List<RuleViolation> before = check(shop, campaign);
        if (!post.change(terms)) {
            return;
        }
        campaign.reviseInPlace();
        campaigns.flush();
        List<RuleViolation> broken = check(shop, campaign).stream()
                .filter(violation -> violation.isError() && !before.contains(violation))
                .toList();
        if (!broken.isEmpty()) {
            throw ErrorCode.GATE_UNMET.problem(
                    language -> "The posts of a campaign that is " + campaign.status() + " keep the rules.",
                    language -> PostGate.broken(broken, language));
        }
        changed.fire(new PostChanged(post.shopId(), post.id()));
    }

    private Campaign require(long shopId, long id) {
        return campaigns
                .findIn(shopId, id)
                .orElseThrow(() -> ErrorCode.NOT_FOUND.problem("There is no such campaign."));
    }
}

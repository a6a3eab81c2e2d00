package io.siyu.campaign.review;

import io.siyu.campaign.Actor;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignService;
import io.siyu.campaign.timeline.CampaignTimeline;
import io.siyu.campaign.timeline.Happening;
import io.siyu.campaign.timeline.TimelineKind;
import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.staff.caller.Found;
import io.siyu.staff.caller.Member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.util.List;

/** What the members of a shop think of a campaign: reviews of its latest content revision, and objections. */
@ApplicationScoped
public class JointReviewService {
    private final CampaignService campaigns;
    private final CampaignReviewRepository reviews;
    private final CampaignObjectionRepository objections;
    private final CampaignTimeline timeline;
    private final Event<CampaignReviewed> reviewed;
    private final Clock clock;

    public JointReviewService(
            CampaignService campaigns,
            CampaignReviewRepository reviews,
            CampaignObjectionRepository objections,
            CampaignTimeline timeline,
            Event<CampaignReviewed> reviewed,
            Clock clock) {
        this.campaigns = campaigns;
        this.reviews = reviews;
        this.objections = objections;
        this.timeline = timeline;
        this.reviewed = reviewed;
        this.clock = clock;
    }

    /** @throws io.siyu.platform.problem.ProblemException 409 outside REVIEW, unless a change is proposed */
    @Transactional
    public ReviewResponse review(Id id, ReviewRequest request) {
        Found<Campaign> found = inReview(id);
        Actor by = Actor.of(found.member());
        CampaignReview review =
                new CampaignReview(found.thing(), by, request.decision(), request.note(), clock.instant());
        reviews.persist(review);
        timeline.add(
                found.thing(),
                by,
                review.reviewedAt(),
                Happening.of(TimelineKind.REVIEW, null, review.decision(), review.note()));
        reviewed.fire(new CampaignReviewed(found.thing(), by));
        return ReviewResponse.from(review);
    }

    public List<ReviewResponse> listReviews(Id id) {
        Campaign campaign = campaigns.find(id).thing();
        return reviews.listOf(campaign.shopId(), campaign.id()).stream()
                .map(ReviewResponse::from)
                .toList();
    }

    /** @throws io.siyu.platform.problem.ProblemException 409 once the campaign has ended */
    @Transactional
    public ObjectionResponse object(Id id, ObjectionRequest request) {
        Found<Campaign> found = campaigns.find(id);
        Campaign campaign = found.thing();
        if (!campaign.status().isBeforeEnd()) {
            throw ErrorCode.STATE_CONFLICT.problem("The campaign is " + campaign.status() + ": it goes on no more.");
        }
        Actor by = Actor.of(found.member());
        CampaignObjection objection = new CampaignObjection(campaign, by, request.text(), clock.instant());
        objections.persist(objection);
        timeline.add(campaign, by, objection.raisedAt(), of(objection, "RAISED", objection.text()));
        return ObjectionResponse.from(objection, campaign.status());
    }

    private static Happening of(CampaignObjection objection, String outcome, String text) {
        return Happening.of(TimelineKind.OBJECTION, objection.id(), outcome, text);
    }

    public List<ObjectionResponse> listObjections(Id id) {
        Campaign campaign = campaigns.find(id).thing();
        return objections.listOf(campaign.shopId(), campaign.id()).stream()
                .map(objection -> ObjectionResponse.from(objection, campaign.status()))
                .toList();
    }

    /** @throws io.siyu.platform.problem.ProblemException 409 if it is resolved already */
    @Transactional
    public ObjectionResponse resolve(Id id, Id objectionId, ResolutionRequest request) {
        Found<Campaign> found = campaigns.find(id);
        Member member = found.member();
        CampaignObjection objection = objections
                .findIn(member.shopId(), objectionId.value())
                .filter(one -> one.campaignId() == id.value())
                .orElseThrow(() -> ErrorCode.NOT_FOUND.problem("There is no such objection."));
        if (!objection.isOpen()) {
            throw ErrorCode.STATE_CONFLICT.problem("It was resolved by " + objection.resolvedBy() + ".");
        }
        Actor by = Actor.of(member);
        objection.resolve(request.text(), by, clock.instant());
        timeline.add(found.thing(), by, objection.resolvedAt(), of(objection, "RESOLVED", objection.resolution()));
        return ObjectionResponse.from(objection, found.thing().status());
    }

    private Found<Campaign> inReview(Id id) {
        Found<Campaign> found = campaigns.find(id);
        Campaign campaign = found.thing();
        if (!campaign.isReviewed()) {
            throw ErrorCode.STATE_CONFLICT.problem(
                    "The campaign is " + campaign.status() + ", not in REVIEW, and no change of it is proposed.");
        }
        return found;
    }
}

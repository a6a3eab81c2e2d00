package io.siyu.campaign.review;

import io.siyu.campaign.Actor;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignService;
import io.siyu.campaign.CampaignStatus;
import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.staff.caller.Found;
import io.siyu.staff.caller.Member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.util.List;

/** What the members of a shop think of a campaign: reviews of its latest revision, and objections. */
@ApplicationScoped
public class JointReviewService {
    private final CampaignService campaigns;
    private final CampaignReviewRepository reviews;
    private final CampaignObjectionRepository objections;
    private final Clock clock;

    public JointReviewService(
            CampaignService campaigns,
            CampaignReviewRepository reviews,
            CampaignObjectionRepository objections,
            Clock clock) {
        this.campaigns = campaigns;
        this.reviews = reviews;
        this.objections = objections;
        this.clock = clock;
    }

    /** @throws io.siyu.platform.problem.ProblemException 409 outside REVIEW */
    @Transactional
    public ReviewResponse review(Id id, ReviewRequest request) {
        Found<Campaign> found = inReview(id);
        CampaignReview review = new CampaignReview(
                found.thing(), Actor.of(found.member()), request.decision(), request.note(), clock.instant());
        reviews.persist(review);
        return ReviewResponse.from(review);
    }

    public List<ReviewResponse> listReviews(Id id) {
        Campaign campaign = campaigns.find(id).thing();
        return reviews.listOf(campaign.shopId(), campaign.id()).stream()
                .map(ReviewResponse::from)
                .toList();
    }

    /** @throws io.siyu.platform.problem.ProblemException 409 outside REVIEW */
    @Transactional
    public ObjectionResponse object(Id id, ObjectionRequest request) {
        Found<Campaign> found = inReview(id);
        CampaignObjection objection =
                new CampaignObjection(found.thing(), Actor.of(found.member()), request.text(), clock.instant());
        objections.persist(objection);
        return ObjectionResponse.from(objection);
    }

    public List<ObjectionResponse> listObjections(Id id) {
        Campaign campaign = campaigns.find(id).thing();
        return objections.listOf(campaign.shopId(), campaign.id()).stream()
                .map(ObjectionResponse::from)
                .toList();
    }

    /** @throws io.siyu.platform.problem.ProblemException 409 if it is resolved already */
    @Transactional
    public ObjectionResponse resolve(Id id, Id objectionId, ResolutionRequest request) {
        Member member = campaigns.find(id).member();
        CampaignObjection objection = objections
                .findIn(member.shopId(), objectionId.value())
                .filter(found -> found.campaignId() == id.value())
                .orElseThrow(() -> ErrorCode.NOT_FOUND.problem("There is no such objection."));
        if (!objection.isOpen()) {
            throw ErrorCode.STATE_CONFLICT.problem("It was resolved by " + objection.resolvedBy() + ".");
        }
        objection.resolve(request.text(), Actor.of(member), clock.instant());
        return ObjectionResponse.from(objection);
    }

    private Found<Campaign> inReview(Id id) {
        Found<Campaign> found = campaigns.find(id);
        CampaignStatus status = found.thing().status();
        if (status != CampaignStatus.REVIEW) {
            throw ErrorCode.STATE_CONFLICT.problem("The campaign is " + status + ", not in REVIEW.");
        }
        return found;
    }
}

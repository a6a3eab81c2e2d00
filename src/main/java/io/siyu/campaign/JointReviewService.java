package io.siyu.campaign;

import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.staff.Member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.util.List;

/** What the members of a shop think of a campaign: reviews of its latest revision, and objections. */
@ApplicationScoped
public class JointReviewService {
    private final CampaignRepository campaigns;
    private final CampaignReviewRepository reviews;
    private final CampaignObjectionRepository objections;
    private final Clock clock;

    public JointReviewService(
            CampaignRepository campaigns,
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
    public ReviewResponse review(Member member, long campaignId, ReviewRequest request) {
        Campaign campaign = inReview(member, campaignId);
        CampaignReview review =
                new CampaignReview(campaign, Actor.of(member), request.decision(), request.note(), clock.instant());
        reviews.persist(review);
        return ReviewResponse.from(review);
    }

    public List<ReviewResponse> listReviews(Campaign campaign) {
        return reviews.listOf(campaign.shopId(), campaign.id()).stream()
                .map(ReviewResponse::from)
                .toList();
    }

    /** @throws io.siyu.platform.problem.ProblemException 409 outside REVIEW */
    @Transactional
    public ObjectionResponse object(Member member, long campaignId, ObjectionRequest request) {
        Campaign campaign = inReview(member, campaignId);
        CampaignObjection objection =
                new CampaignObjection(campaign, Actor.of(member), request.text(), clock.instant());
        objections.persist(objection);
        return ObjectionResponse.from(objection);
    }

    public List<ObjectionResponse> listObjections(Campaign campaign) {
        return objections.listOf(campaign.shopId(), campaign.id()).stream()
                .map(ObjectionResponse::from)
                .toList();
    }

    /** @throws io.siyu.platform.problem.ProblemException 409 if it is resolved already */
    @Transactional
    public ObjectionResponse resolve(Member member, long campaignId, Id objectionId, ResolutionRequest request) {
        CampaignObjection objection = objections
                .findIn(member.shopId(), objectionId.value())
                .filter(found -> found.campaignId() == campaignId)
                .orElseThrow(() -> ErrorCode.NOT_FOUND.problem("There is no such objection."));
        if (!objection.isOpen()) {
            throw ErrorCode.STATE_CONFLICT.problem("It was resolved by " + objection.resolvedBy() + ".");
        }
        objection.resolve(request.text(), Actor.of(member), clock.instant());
        return ObjectionResponse.from(objection);
    }

    private Campaign inReview(Member member, long campaignId) {
        Campaign campaign = campaigns
                .findIn(member.shopId(), campaignId)
                .orElseThrow(() -> ErrorCode.NOT_FOUND.problem("There is no such campaign."));
        if (campaign.status() != CampaignStatus.REVIEW) {
            throw ErrorCode.STATE_CONFLICT.problem("The campaign is " + campaign.status() + ", not in REVIEW.");
        }
        return campaign;
    }
}

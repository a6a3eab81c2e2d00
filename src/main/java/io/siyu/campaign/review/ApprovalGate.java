package io.siyu.campaign.review;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignStatus;
import io.siyu.campaign.gate.Gate;
import io.siyu.campaign.gate.GateCode;
import io.siyu.campaign.gate.Unmet;
import io.siyu.platform.security.Role;
import io.siyu.shop.Shop;
import io.siyu.staff.Staff;
import io.siyu.staff.StaffRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** REVIEW→PREPARING: two members approve the latest revision (all, if fewer work in the shop), no objection is open. */
@ApplicationScoped
class ApprovalGate implements Gate {
    private static final int APPROVALS = 2;
    private static final Set<String> REVIEWERS = Set.of(Role.ADMIN, Role.MARKETER, Role.STAFF);

    private final CampaignReviewRepository reviews;
    private final CampaignObjectionRepository objections;
    private final StaffRepository staff;

    ApprovalGate(CampaignReviewRepository reviews, CampaignObjectionRepository objections, StaffRepository staff) {
        this.reviews = reviews;
        this.objections = objections;
        this.staff = staff;
    }

    @Override
    public boolean standsBefore(CampaignStatus to) {
        return to == CampaignStatus.PREPARING;
    }

    @Override
    public List<Unmet> unmet(Shop shop, Campaign campaign, CampaignStatus to) {
        long shopId = campaign.shopId();
        int reviewers = (int) staff.listPresent(shopId).stream()
                .filter(ApprovalGate::mayReview)
                .count();
        return unmet(
                campaign.revision(),
                reviewers,
                reviews.listOf(shopId, campaign.id()),
                objections.listOf(shopId, campaign.id()));
    }

    /**
     * What is not fulfilled.
     *
     * @param revision the campaign's latest
     * @param reviewers how many members of the shop may review
     */
    static List<Unmet> unmet(
            int revision, int reviewers, List<CampaignReview> reviews, List<CampaignObjection> objections) {
        List<Unmet> unmet = new ArrayList<>();
        int needed = Math.min(APPROVALS, reviewers);
        long given = approvals(revision, reviews);
        if (given < needed) {
            unmet.add(Unmet.of(
                    "reviews",
                    GateCode.APPROVALS_MISSING,
                    given + " of " + needed + " approvals of revision " + revision + "."));
        }
        objections.stream()
                .filter(CampaignObjection::isOpen)
                .map(objection -> Unmet.of(
                        "objections/" + objection.id(),
                        GateCode.OBJECTION_OPEN,
                        "The objection of " + objection.raisedBy() + " is not resolved."))
                .forEach(unmet::add);
        return unmet;
    }

    /** Members whose latest decision on the revision is to approve. */
    private static long approvals(int revision, List<CampaignReview> reviews) {
        Map<Long, ReviewDecision> latest = new TreeMap<>();
        reviews.stream()
                .filter(review -> review.revision() == revision)
                .forEach(review -> latest.put(review.staffId(), review.decision()));
        return latest.values().stream()
                .filter(decision -> decision == ReviewDecision.APPROVE)
                .count();
    }

    private static boolean mayReview(Staff member) {
        return member.effectiveRoles().stream().anyMatch(REVIEWERS::contains);
    }
}

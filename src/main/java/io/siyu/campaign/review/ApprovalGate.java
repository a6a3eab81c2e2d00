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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * REVIEW→PREPARING: two members approve the latest content revision (all, if fewer work in the shop), one of them of
 * customer service where the shop has any, and nobody's request for changes stands. A change of a campaign that is under
 * way asks for the same.
 */
@ApplicationScoped
public class ApprovalGate implements Gate {
    private static final int APPROVALS = 2;
    private static final Set<String> REVIEWERS = Set.of(Role.ADMIN, Role.MARKETER, Role.STAFF);

    private final CampaignReviewRepository reviews;
    private final StaffRepository staff;

    ApprovalGate(CampaignReviewRepository reviews, StaffRepository staff) {
        this.reviews = reviews;
        this.staff = staff;
    }

    @Override
    public boolean standsBefore(CampaignStatus to) {
        return to == CampaignStatus.PREPARING;
    }

    @Override
    public List<Unmet> unmet(Shop shop, Campaign campaign, CampaignStatus to) {
        long shopId = campaign.shopId();
        return unmet(
                campaign.contentRevision(),
                Reviewers.among(staff.listPresent(shopId)),
                reviews.listOf(shopId, campaign.id()));
    }

    /** Ids of all who may review campaigns of the shop. */
    public Set<Long> reviewers(long shopId) {
        return Reviewers.among(staff.listPresent(shopId)).all();
    }

    /**
     * Who may review.
     *
     * @param all ids of all members but integrations
     * @param service those of them who are customer service
     */
    record Reviewers(Set<Long> all, Set<Long> service) {
        static Reviewers among(Collection<Staff> members) {
            return new Reviewers(idsOf(members, REVIEWERS), idsOf(members, Set.of(Role.STAFF)));
        }

        private static Set<Long> idsOf(Collection<Staff> members, Set<String> roles) {
            return members.stream()
                    .filter(member -> member.effectiveRoles().stream().anyMatch(roles::contains))
                    .map(Staff::id)
                    .collect(Collectors.toSet());
        }
    }

    /**
     * What is not fulfilled.
     *
     * @param revision the campaign's latest content revision
     * @param reviews of all revisions, oldest first
     */
    static List<Unmet> unmet(int revision, Reviewers reviewers, List<CampaignReview> reviews) {
        Map<Long, CampaignReview> latest = new TreeMap<>();
        reviews.forEach(review -> latest.put(review.staffId(), review));
        Set<Long> approving = latest.values().stream()
                .filter(review -> review.decision() == ReviewDecision.APPROVE && review.contentRevision() == revision)
                .map(CampaignReview::staffId)
                .filter(reviewers.all()::contains)
                .collect(Collectors.toSet());
        List<Unmet> unmet = new ArrayList<>();
        int needed = Math.min(APPROVALS, reviewers.all().size());
        if (approving.size() < needed) {
            unmet.add(Unmet.of(
                    "reviews",
                    GateCode.APPROVALS_MISSING,
                    approving.size() + " of " + needed + " approvals of content revision " + revision + "."));
        }
        if (!reviewers.service().isEmpty() && approving.stream().noneMatch(reviewers.service()::contains)) {
            unmet.add(Unmet.of(
                    "reviews",
                    GateCode.SERVICE_APPROVAL_MISSING,
                    "Nobody of customer service has approved content revision " + revision + "."));
        }
        latest.values().stream()
                .filter(review -> review.decision() == ReviewDecision.REQUEST_CHANGES)
                .map(review -> Unmet.of(
                        "reviews/" + review.id(),
                        GateCode.CHANGES_REQUESTED,
                        "Changes were requested by " + review.reviewer() + "."))
                .forEach(unmet::add);
        return unmet;
    }
}

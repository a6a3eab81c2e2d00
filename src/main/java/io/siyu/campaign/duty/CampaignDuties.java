package io.siyu.campaign.duty;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignStatus;
import io.siyu.campaign.preparation.BriefingAcknowledgement;
import io.siyu.campaign.preparation.BriefingAcknowledgementRepository;
import io.siyu.campaign.preparation.CampaignBriefing;
import io.siyu.campaign.preparation.CampaignBriefingRepository;
import io.siyu.campaign.preparation.CampaignPreparation;
import io.siyu.campaign.preparation.CampaignPreparationRepository;
import io.siyu.campaign.preparation.Participants;
import io.siyu.campaign.preparation.PreparationState;
import io.siyu.campaign.review.ApprovalGate;
import io.siyu.campaign.review.CampaignReview;
import io.siyu.campaign.review.CampaignReviewRepository;
import io.siyu.staff.Staff;
import io.siyu.staff.StaffRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who owes a campaign what as it stands now; what is not among it is nobody's to do any more. */
@ApplicationScoped
public class CampaignDuties {
    private final ApprovalGate approvals;
    private final CampaignReviewRepository reviews;
    private final CampaignPreparationRepository preparations;
    private final CampaignBriefingRepository briefings;
    private final BriefingAcknowledgementRepository acknowledgements;
    private final Participants participants;
    private final StaffRepository staff;

    CampaignDuties(
            ApprovalGate approvals,
            CampaignReviewRepository reviews,
            CampaignPreparationRepository preparations,
            CampaignBriefingRepository briefings,
            BriefingAcknowledgementRepository acknowledgements,
            Participants participants,
            StaffRepository staff) {
        this.approvals = approvals;
        this.reviews = reviews;
        this.preparations = preparations;
        this.briefings = briefings;
        this.acknowledgements = acknowledgements;
        this.participants = participants;
        this.staff = staff;
    }

    /** To be asked by who has locked the campaign, if what it says is kept. */
    public List<CampaignDuty> of(Campaign campaign) {
        List<CampaignDuty> duties = new ArrayList<>();
        if (campaign.isReviewed()) {
            addReviews(campaign, duties);
        }
        if (campaign.status() == CampaignStatus.PREPARING) {
            addPreparations(campaign, duties);
        }
        if (campaign.status().isBeforeEnd()) {
            addAcknowledgements(campaign, duties);
        }
        return duties;
    }

    /** Whoever may review is asked; those who were not needed are free once it moves on. */
    private void addReviews(Campaign campaign, List<CampaignDuty> duties) {
        int revision = campaign.contentRevision();
        Set<Long> decided = reviews.listOf(campaign.shopId(), campaign.id()).stream()
                .filter(review -> review.contentRevision() == revision)
                .map(CampaignReview::staffId)
                .collect(Collectors.toSet());
        approvals
                .reviewers(campaign.shopId())
                .forEach(reviewer -> duties.add(new CampaignDuty(
                        DutyKind.REVIEW, String.valueOf(revision), reviewer, null, decided.contains(reviewer))));
    }

    private void addPreparations(Campaign campaign, List<CampaignDuty> duties) {
        Set<Long> working = staff.listPresent(campaign.shopId()).stream()
                .filter(Staff::isWorking)
                .map(Staff::id)
                .collect(Collectors.toSet());
        for (CampaignPreparation item : preparations.listAnew(campaign.shopId(), campaign.id())) {
            if (item.state() != PreparationState.NOT_NEEDED) {
                Long owner = item.ownerStaffId();
                duties.add(new CampaignDuty(
                        DutyKind.PREPARE,
                        item.item().name(),
                        working.contains(owner) ? owner : null,
                        item.dueDay(campaign.startDay()),
                        item.state() == PreparationState.DONE));
            }
        }
    }

    private void addAcknowledgements(Campaign campaign, List<CampaignDuty> duties) {
        List<CampaignBriefing> rounds = briefings.listOf(campaign.shopId(), campaign.id());
        if (rounds.isEmpty()) {
            return;
        }
        List<BriefingAcknowledgement> given = acknowledgements.listOf(campaign.shopId(), campaign.id());
        Set<Long> all = participants.of(campaign).keySet();
        for (CampaignBriefing round : rounds) {
            Set<Long> acknowledged = given.stream()
                    .filter(one -> one.roundNo() == round.roundNo())
                    .map(BriefingAcknowledgement::staffId)
                    .collect(Collectors.toSet());
            all.forEach(participant -> duties.add(new CampaignDuty(
                    DutyKind.ACKNOWLEDGE,
                    String.valueOf(round.roundNo()),
                    participant,
                    null,
                    acknowledged.contains(participant))));
        }
    }
}

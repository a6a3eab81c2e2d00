package io.siyu.campaign;

import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.staff.Member;
import io.siyu.staff.StaffRepository;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The preparation list and the briefing rounds of a campaign. */
@ApplicationScoped
public class PreparationService {
    private final CampaignRepository campaigns;
    private final CampaignPreparationRepository preparations;
    private final CampaignBriefingRepository briefings;
    private final BriefingAcknowledgementRepository acknowledgements;
    private final CampaignFactsReader facts;
    private final StaffRepository staff;
    private final Clock clock;

    public PreparationService(
            CampaignRepository campaigns,
            CampaignPreparationRepository preparations,
            CampaignBriefingRepository briefings,
            BriefingAcknowledgementRepository acknowledgements,
            CampaignFactsReader facts,
            StaffRepository staff,
            Clock clock) {
        this.campaigns = campaigns;
        this.preparations = preparations;
        this.briefings = briefings;
        this.acknowledgements = acknowledgements;
        this.facts = facts;
        this.staff = staff;
        this.clock = clock;
    }

    /** @throws io.siyu.platform.problem.ProblemException 409 outside PREPARING */
    @Transactional
    public PreparationResponse prepare(Member member, long campaignId, PreparationRequest request) {
        Campaign campaign = preparing(member, campaignId);
        CampaignPreparation preparation = preparations.listOf(campaign.shopId(), campaignId).stream()
                .filter(found -> found.item() == request.item())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("PREPARING without " + request.item()));
        preparation.set(request.state(), request.note(), Actor.of(member), clock.instant());
        return PreparationResponse.from(preparation, campaign);
    }

    /** Empty before PREPARING; then all items. */
    public List<PreparationResponse> listPreparations(Campaign campaign) {
        return preparations.listOf(campaign.shopId(), campaign.id()).stream()
                .map(preparation -> PreparationResponse.from(preparation, campaign))
                .toList();
    }

    /** Holds the next round. */
    @Transactional
    public BriefingResponse brief(Member member, long campaignId, BriefingRequest request) {
        Campaign campaign = preparing(member, campaignId);
        int round = briefings.listOf(campaign.shopId(), campaignId).size() + 1;
        CampaignBriefing briefing =
                new CampaignBriefing(campaign, round, request.agenda(), Actor.of(member), clock.instant());
        briefings.persist(briefing);
        briefings.flush();
        return response(briefing, List.of(), participants(campaign));
    }

    public List<BriefingResponse> listBriefings(Campaign campaign) {
        Map<Long, String> participants = participants(campaign);
        List<BriefingAcknowledgement> given = acknowledgements.listOf(campaign.shopId(), campaign.id());
        return briefings.listOf(campaign.shopId(), campaign.id()).stream()
                .map(briefing -> response(briefing, given, participants))
                .toList();
    }

    /** The caller has understood the round; a second time changes nothing. */
    @Transactional
    public BriefingResponse acknowledge(Member member, long campaignId, int round) {
        Campaign campaign = preparing(member, campaignId);
        CampaignBriefing briefing = briefings.listOf(campaign.shopId(), campaignId).stream()
                .filter(found -> found.roundNo() == round)
                .findFirst()
                .orElseThrow(() -> ErrorCode.NOT_FOUND.problem("There is no such briefing round."));
        boolean already = acknowledgements.listOf(campaign.shopId(), campaignId).stream()
                .anyMatch(given -> given.roundNo() == round && given.staffId() == member.staffId());
        if (!already) {
            acknowledgements.persist(new BriefingAcknowledgement(briefing, Actor.of(member), clock.instant()));
            acknowledgements.flush();
        }
        return response(briefing, acknowledgements.listOf(campaign.shopId(), campaignId), participants(campaign));
    }

    private Map<Long, String> participants(Campaign campaign) {
        return facts.participants(campaign, staff.listPresent(campaign.shopId()));
    }

    private static BriefingResponse response(
            CampaignBriefing briefing, List<BriefingAcknowledgement> given, Map<Long, String> participants) {
        List<BriefingAcknowledgement> ofRound = given.stream()
                .filter(acknowledgement -> acknowledgement.roundNo() == briefing.roundNo())
                .toList();
        Set<Long> there = ofRound.stream().map(BriefingAcknowledgement::staffId).collect(Collectors.toSet());
        return new BriefingResponse(
                briefing.roundNo(),
                briefing.agenda(),
                briefing.heldBy(),
                briefing.heldAt(),
                ofRound.stream().map(BriefingResponse.Acknowledgement::from).toList(),
                participants.entrySet().stream()
                        .filter(participant -> !there.contains(participant.getKey()))
                        .map(participant ->
                                new BriefingResponse.Participant(Id.of(participant.getKey()), participant.getValue()))
                        .toList());
    }

    private Campaign preparing(Member member, long campaignId) {
        Campaign campaign = campaigns
                .findIn(member.shopId(), campaignId)
                .orElseThrow(() -> ErrorCode.NOT_FOUND.problem("There is no such campaign."));
        if (campaign.status() != CampaignStatus.PREPARING) {
            throw ErrorCode.STATE_CONFLICT.problem("The campaign is " + campaign.status() + ", not PREPARING.");
        }
        return campaign;
    }
}

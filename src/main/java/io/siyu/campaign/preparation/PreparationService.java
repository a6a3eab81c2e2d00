package io.siyu.campaign.preparation;

import io.siyu.campaign.Actor;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignApproved;
import io.siyu.campaign.CampaignService;
import io.siyu.campaign.CampaignStatus;
import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.staff.caller.Found;
import io.siyu.staff.caller.Member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The preparation list and the briefing rounds of a campaign. */
@ApplicationScoped
public class PreparationService {
    private final CampaignService campaigns;
    private final CampaignPreparationRepository preparations;
    private final CampaignBriefingRepository briefings;
    private final BriefingAcknowledgementRepository acknowledgements;
    private final Participants participants;
    private final Clock clock;

    public PreparationService(
            CampaignService campaigns,
            CampaignPreparationRepository preparations,
            CampaignBriefingRepository briefings,
            BriefingAcknowledgementRepository acknowledgements,
            Participants participants,
            Clock clock) {
        this.campaigns = campaigns;
        this.preparations = preparations;
        this.briefings = briefings;
        this.acknowledgements = acknowledgements;
        this.participants = participants;
        this.clock = clock;
    }

    /** What was prepared before an edit took the campaign back to review stays prepared. */
    void open(@Observes CampaignApproved event) {
        Set<PreparationItem> there = preparations.listOf(event.shopId(), event.campaignId()).stream()
                .map(CampaignPreparation::item)
                .collect(Collectors.toSet());
        for (PreparationItem item : PreparationItem.values()) {
            if (!there.contains(item)) {
                preparations.persist(new CampaignPreparation(event.shopId(), event.campaignId(), item));
            }
        }
    }

    /** @throws io.siyu.platform.problem.ProblemException 409 outside PREPARING */
    @Transactional
    public PreparationResponse prepare(Id id, PreparationRequest request) {
        Found<Campaign> found = preparing(id);
        Campaign campaign = found.thing();
        CampaignPreparation preparation = preparations.listOf(campaign.shopId(), campaign.id()).stream()
                .filter(item -> item.item() == request.item())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("PREPARING without " + request.item()));
        preparation.set(request.state(), request.note(), Actor.of(found.member()), clock.instant());
        return PreparationResponse.from(preparation, campaign);
    }

    /** Empty before PREPARING; then all items. */
    public List<PreparationResponse> listPreparations(Id id) {
        Campaign campaign = campaigns.find(id).thing();
        return preparations.listOf(campaign.shopId(), campaign.id()).stream()
                .map(preparation -> PreparationResponse.from(preparation, campaign))
                .toList();
    }

    /** Holds the next round. */
    @Transactional
    public BriefingResponse brief(Id id, BriefingRequest request) {
        Found<Campaign> found = preparing(id);
        Campaign campaign = found.thing();
        int round = briefings.listOf(campaign.shopId(), campaign.id()).size() + 1;
        CampaignBriefing briefing =
                new CampaignBriefing(campaign, round, request.agenda(), Actor.of(found.member()), clock.instant());
        briefings.persist(briefing);
        briefings.flush();
        return response(briefing, List.of(), participants.of(campaign));
    }

    public List<BriefingResponse> listBriefings(Id id) {
        Campaign campaign = campaigns.find(id).thing();
        Map<Long, String> all = participants.of(campaign);
        List<BriefingAcknowledgement> given = acknowledgements.listOf(campaign.shopId(), campaign.id());
        return briefings.listOf(campaign.shopId(), campaign.id()).stream()
                .map(briefing -> response(briefing, given, all))
                .toList();
    }

    /** The caller has understood the round; a second time changes nothing. */
    @Transactional
    public BriefingResponse acknowledge(Id id, int round) {
        Found<Campaign> found = preparing(id);
        Member member = found.member();
        Campaign campaign = found.thing();
        CampaignBriefing briefing = briefings.listOf(campaign.shopId(), campaign.id()).stream()
                .filter(held -> held.roundNo() == round)
                .findFirst()
                .orElseThrow(() -> ErrorCode.NOT_FOUND.problem("There is no such briefing round."));
        boolean already = acknowledgements.listOf(campaign.shopId(), campaign.id()).stream()
                .anyMatch(given -> given.roundNo() == round && given.staffId() == member.staffId());
        if (!already) {
            acknowledgements.persist(new BriefingAcknowledgement(briefing, Actor.of(member), clock.instant()));
            acknowledgements.flush();
        }
        return response(briefing, acknowledgements.listOf(campaign.shopId(), campaign.id()), participants.of(campaign));
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

    private Found<Campaign> preparing(Id id) {
        Found<Campaign> found = campaigns.find(id);
        CampaignStatus status = found.thing().status();
        if (status != CampaignStatus.PREPARING) {
            throw ErrorCode.STATE_CONFLICT.problem("The campaign is " + status + ", not PREPARING.");
        }
        return found;
    }
}

package io.siyu.campaign.preparation;

import io.siyu.campaign.Actor;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignService;
import io.siyu.campaign.CampaignStatus;
import io.siyu.campaign.timeline.CampaignTimeline;
import io.siyu.campaign.timeline.Happening;
import io.siyu.campaign.timeline.TimelineKind;
import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.staff.caller.Found;
import io.siyu.staff.caller.Member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The briefing rounds of a campaign, with what was asked in them. */
@ApplicationScoped
public class BriefingService {
    private final CampaignService campaigns;
    private final CampaignBriefingRepository briefings;
    private final BriefingAcknowledgementRepository acknowledgements;
    private final BriefingQuestionRepository questions;
    private final Participants participants;
    private final CampaignTimeline timeline;
    private final Clock clock;

    public BriefingService(
            CampaignService campaigns,
            CampaignBriefingRepository briefings,
            BriefingAcknowledgementRepository acknowledgements,
            BriefingQuestionRepository questions,
            Participants participants,
            CampaignTimeline timeline,
            Clock clock) {
        this.campaigns = campaigns;
        this.briefings = briefings;
        this.acknowledgements = acknowledgements;
        this.questions = questions;
        this.participants = participants;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Holds the next round. */
    @Transactional
    public BriefingResponse brief(Id id, BriefingRequest request) {
        Found<Campaign> found = campaigns.find(id);
        Campaign campaign = found.thing();
        if (campaign.status() != CampaignStatus.PREPARING) {
            throw ErrorCode.STATE_CONFLICT.problem("The campaign is " + campaign.status() + ", not PREPARING.");
        }
        int round = briefings.listOf(campaign.shopId(), campaign.id()).size() + 1;
        Actor by = Actor.of(found.member());
        CampaignBriefing briefing = new CampaignBriefing(campaign, round, request.agenda(), by, clock.instant());
        briefings.persist(briefing);
        briefings.flush();
        tell(campaign, by, round, "HELD", null);
        return response(campaign, briefing);
    }

    public List<BriefingResponse> listBriefings(Id id) {
        Campaign campaign = campaigns.find(id).thing();
        return responses(campaign, briefings.listOf(campaign.shopId(), campaign.id()));
    }

    /** The caller has understood the round; a second time changes nothing. */
    @Transactional
    public BriefingResponse acknowledge(Id id, int round) {
        Found<Campaign> found = campaigns.find(id);
        Member member = found.member();
        Campaign campaign = found.thing();
        CampaignBriefing briefing = requireGoing(campaign, round);
        boolean already = acknowledgements.listOf(campaign.shopId(), campaign.id()).stream()
                .anyMatch(given -> given.roundNo() == round && given.staffId() == member.staffId());
        if (!already) {
            Actor by = Actor.of(member);
            acknowledgements.persist(new BriefingAcknowledgement(briefing, by, clock.instant()));
            acknowledgements.flush();
            tell(campaign, by, round, "ACKNOWLEDGED", null);
        }
        return response(campaign, briefing);
    }

    @Transactional
    public BriefingResponse.Question ask(Id id, int round, QuestionRequest request) {
        Found<Campaign> found = campaigns.find(id);
        Campaign campaign = found.thing();
        Actor by = Actor.of(found.member());
        BriefingQuestion question = new BriefingQuestion(
                requireGoing(campaign, round), by, request.text().strip(), clock.instant());
        questions.persist(question);
        tell(campaign, by, round, "ASKED", question.text());
        return BriefingResponse.Question.from(question);
    }

    /** @throws io.siyu.platform.problem.ProblemException 409 if it is answered already */
    @Transactional
    public BriefingResponse.Question answer(Id id, int round, Id questionId, AnswerRequest request) {
        Found<Campaign> found = campaigns.find(id);
        Campaign campaign = found.thing();
        BriefingQuestion question = questions
                .findIn(campaign.shopId(), questionId.value())
                .filter(one -> one.campaignId() == campaign.id() && one.roundNo() == round)
                .orElseThrow(() -> ErrorCode.NOT_FOUND.problem("There is no such question."));
        Actor by = Actor.of(found.member());
        question.answer(request.text().strip(), by, clock.instant());
        tell(campaign, by, round, "ANSWERED", question.answer());
        return BriefingResponse.Question.from(question);
    }

    private void tell(Campaign campaign, Actor by, int round, String outcome, String text) {
        timeline.add(campaign, by, clock.instant(), Happening.of(TimelineKind.BRIEFING, round, outcome, text));
    }

    /** Who comes to the campaign late is briefed late: only once it is over there is nothing to understand any more. */
    private CampaignBriefing requireGoing(Campaign campaign, int round) {
        if (!campaign.status().isBeforeEnd()) {
            throw ErrorCode.STATE_CONFLICT.problem("The campaign is " + campaign.status() + ": it goes on no more.");
        }
        return briefings.listOf(campaign.shopId(), campaign.id()).stream()
                .filter(held -> held.roundNo() == round)
                .findFirst()
                .orElseThrow(() -> ErrorCode.NOT_FOUND.problem("There is no such briefing round."));
    }

    private BriefingResponse response(Campaign campaign, CampaignBriefing briefing) {
        return responses(campaign, List.of(briefing)).get(0);
    }

    private List<BriefingResponse> responses(Campaign campaign, List<CampaignBriefing> rounds) {
        Map<Long, String> all = participants.of(campaign);
        List<BriefingAcknowledgement> given = acknowledgements.listOf(campaign.shopId(), campaign.id());
        List<BriefingQuestion> asked = questions.listOf(campaign.shopId(), campaign.id());
        return rounds.stream()
                .map(briefing -> response(
                        briefing,
                        given.stream()
                                .filter(one -> one.roundNo() == briefing.roundNo())
                                .toList(),
                        asked.stream()
                                .filter(one -> one.roundNo() == briefing.roundNo())
                                .toList(),
                        all))
                .toList();
    }

    private static BriefingResponse response(
            CampaignBriefing briefing,
            List<BriefingAcknowledgement> given,
            List<BriefingQuestion> asked,
            Map<Long, String> participants) {
        Set<Long> there = given.stream().map(BriefingAcknowledgement::staffId).collect(Collectors.toSet());
        return new BriefingResponse(
                briefing.roundNo(),
                briefing.contentRevision(),
                briefing.agenda(),
                briefing.heldBy(),
                briefing.heldAt(),
                given.stream().map(BriefingResponse.Acknowledgement::from).toList(),
                participants.entrySet().stream()
                        .filter(participant -> !there.contains(participant.getKey()))
                        .map(participant ->
                                new BriefingResponse.Participant(Id.of(participant.getKey()), participant.getValue()))
                        .toList(),
                asked.stream().map(BriefingResponse.Question::from).toList());
    }
}

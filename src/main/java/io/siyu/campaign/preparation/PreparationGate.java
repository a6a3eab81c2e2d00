package io.siyu.campaign.preparation;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignStatus;
import io.siyu.campaign.CampaignTerms;
import io.siyu.campaign.gate.Gate;
import io.siyu.campaign.gate.GateCode;
import io.siyu.campaign.gate.Unmet;
import io.siyu.shop.Shop;
import io.siyu.staff.Staff;
import io.siyu.staff.StaffRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * PREPARING→READY: every preparation item has an owner and is done, or found not to be needed, at least three days before
 * day one; two briefing rounds that every participant acknowledged, one of them on the latest content revision.
 */
@ApplicationScoped
class PreparationGate implements Gate {
    private static final int BRIEFING_ROUNDS = 2;

    private final CampaignPreparationRepository preparations;
    private final CampaignBriefingRepository briefings;
    private final BriefingAcknowledgementRepository acknowledgements;
    private final Participants participants;
    private final StaffRepository staff;

    PreparationGate(
            CampaignPreparationRepository preparations,
            CampaignBriefingRepository briefings,
            BriefingAcknowledgementRepository acknowledgements,
            Participants participants,
            StaffRepository staff) {
        this.staff = staff;
        this.preparations = preparations;
        this.briefings = briefings;
        this.acknowledgements = acknowledgements;
        this.participants = participants;
    }

    @Override
    public boolean standsBefore(CampaignStatus to) {
        return to == CampaignStatus.READY;
    }

    @Override
    public List<Unmet> unmet(Shop shop, Campaign campaign, CampaignStatus to) {
        long shopId = campaign.shopId();
        long id = campaign.id();
        return unmet(new PreparationFacts(
                campaign.startDay(),
                campaign.contentRevision(),
                shop.zone(),
                staff.listPresent(shopId).stream()
                        .filter(Staff::isWorking)
                        .map(Staff::id)
                        .collect(Collectors.toSet()),
                preparations.listOf(shopId, id),
                briefings.listOf(shopId, id),
                acknowledgements.listOf(shopId, id),
                participants.of(campaign)));
    }

    static List<Unmet> unmet(PreparationFacts facts) {
        List<Unmet> unmet = new ArrayList<>();
        facts.preparations().forEach(preparation -> checkItem(preparation, facts, unmet));
        checkBriefings(facts, unmet);
        return unmet;
    }

    private static void checkItem(CampaignPreparation preparation, PreparationFacts facts, List<Unmet> unmet) {
        String field = "preparations/" + preparation.item();
        if (preparation.state() == PreparationState.OPEN) {
            unmet.add(Unmet.of(field, GateCode.PREPARATION_OPEN, preparation.item() + " is not prepared."));
        } else {
            LocalDate latest = facts.startDay().minusDays(CampaignTerms.PREPARED_DAYS_BEFORE);
            LocalDate settled = LocalDate.ofInstant(preparation.settledAt(), facts.zone());
            if (settled.isAfter(latest)) {
                unmet.add(Unmet.of(
                        field,
                        GateCode.PREPARATION_LATE,
                        preparation.item() + " was settled on " + settled + ", the latest day was " + latest + "."));
            }
        }
        if (!facts.members().contains(preparation.ownerStaffId())) {
            unmet.add(Unmet.of(field, GateCode.PREPARATION_UNOWNED, preparation.item() + " is nobody's work."));
        }
    }

    private static void checkBriefings(PreparationFacts facts, List<Unmet> unmet) {
        List<CampaignBriefing> briefings = facts.briefings();
        if (briefings.size() < BRIEFING_ROUNDS) {
            unmet.add(Unmet.of(
                    "briefings",
                    GateCode.BRIEFING_ROUNDS_MISSING,
                    briefings.size() + " of " + BRIEFING_ROUNDS + " briefing rounds."));
        }
        List<CampaignBriefing> full = briefings.stream()
                .filter(briefing -> missing(briefing, facts).isEmpty())
                .toList();
        if (full.size() < Math.min(BRIEFING_ROUNDS, briefings.size())) {
            briefings.forEach(briefing -> checkAcknowledged(briefing, facts, unmet));
        } else if (!briefings.isEmpty()
                && full.stream().noneMatch(briefing -> briefing.contentRevision() == facts.contentRevision())) {
            checkLatest(facts, unmet);
        }
    }

    /** Enough rounds, but none of those that all know was on what the campaign is now: one more will do. */
    private static void checkLatest(PreparationFacts facts, List<Unmet> unmet) {
        List<CampaignBriefing> onLatest = facts.briefings().stream()
                .filter(briefing -> briefing.contentRevision() == facts.contentRevision())
                .toList();
        if (onLatest.isEmpty()) {
            unmet.add(Unmet.of(
                    "briefings",
                    GateCode.BRIEFING_OUTDATED,
                    "No briefing round was on content revision " + facts.contentRevision() + "; hold one more."));
        }
        onLatest.forEach(briefing -> checkAcknowledged(briefing, facts, unmet));
    }

    private static void checkAcknowledged(CampaignBriefing briefing, PreparationFacts facts, List<Unmet> unmet) {
        String missing = missing(briefing, facts);
        if (!missing.isEmpty()) {
            unmet.add(Unmet.of(
                    "briefings/" + briefing.roundNo(),
                    GateCode.BRIEFING_UNACKNOWLEDGED,
                    "Round " + briefing.roundNo() + " is not acknowledged by " + missing + "."));
        }
    }

    /** Names of the participants who have not acknowledged the round. */
    private static String missing(CampaignBriefing briefing, PreparationFacts facts) {
        Set<Long> acknowledged = facts.acknowledgements().stream()
                .filter(acknowledgement -> acknowledgement.roundNo() == briefing.roundNo())
                .map(BriefingAcknowledgement::staffId)
                .collect(Collectors.toSet());
        return facts.participants().entrySet().stream()
                .filter(participant -> !acknowledged.contains(participant.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(", "));
    }
}

package io.siyu.campaign.preparation;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignStatus;
import io.siyu.campaign.gate.Gate;
import io.siyu.campaign.gate.GateCode;
import io.siyu.campaign.gate.Unmet;
import io.siyu.shop.Shop;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * PREPARING→READY: every preparation item done at least three days before day one or not needed, two briefing rounds
 * that every participant acknowledged.
 */
@ApplicationScoped
class PreparationGate implements Gate {
    static final int DAYS_BEFORE = 3;
    private static final int BRIEFING_ROUNDS = 2;

    private final CampaignPreparationRepository preparations;
    private final CampaignBriefingRepository briefings;
    private final BriefingAcknowledgementRepository acknowledgements;
    private final Participants participants;

    PreparationGate(
            CampaignPreparationRepository preparations,
            CampaignBriefingRepository briefings,
            BriefingAcknowledgementRepository acknowledgements,
            Participants participants) {
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
                shop.zone(),
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
        LocalDate latest = facts.startDay().minusDays(DAYS_BEFORE);
        switch (preparation.state()) {
            case OPEN ->
                unmet.add(Unmet.of(field, GateCode.PREPARATION_OPEN, preparation.item() + " is not prepared."));
            case DONE -> {
                LocalDate done = LocalDate.ofInstant(preparation.doneAt(), facts.zone());
                if (done.isAfter(latest)) {
                    unmet.add(Unmet.of(
                            field,
                            GateCode.PREPARATION_LATE,
                            preparation.item() + " was done on " + done + ", the latest day was " + latest + "."));
                }
            }
            case NOT_NEEDED -> {
                // Nothing to wait for.
            }
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
        long full = briefings.stream()
                .filter(briefing -> missing(briefing, facts).isEmpty())
                .count();
        if (full >= Math.min(BRIEFING_ROUNDS, briefings.size())) {
            return;
        }
        for (CampaignBriefing briefing : briefings) {
            String missing = missing(briefing, facts);
            if (!missing.isEmpty()) {
                unmet.add(Unmet.of(
                        "briefings/" + briefing.roundNo(),
                        GateCode.BRIEFING_UNACKNOWLEDGED,
                        "Round " + briefing.roundNo() + " is not acknowledged by " + missing + "."));
            }
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

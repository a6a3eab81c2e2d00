package io.siyu.campaign;

import io.siyu.platform.language.Language;
import io.siyu.platform.problem.Violation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * PREPARING→READY: every preparation item done at least three days before day one or not needed, two briefing rounds
 * that every participant acknowledged, no rule broken.
 */
final class PreparationGate implements Gate {
    static final int DAYS_BEFORE = 3;
    static final int BRIEFING_ROUNDS = 2;

    @Override
    public List<Violation> unmet(CampaignFacts facts, Language language) {
        List<Violation> unmet = new ArrayList<>();
        facts.preparations().forEach(preparation -> checkItem(preparation, facts, unmet));
        checkBriefings(facts, unmet);
        unmet.addAll(PostRuleGate.unmetBy(facts.broken(), language));
        return unmet;
    }

    private static void checkItem(CampaignPreparation preparation, CampaignFacts facts, List<Violation> unmet) {
        String field = "preparations/" + preparation.item();
        LocalDate latest = facts.startDay().minusDays(DAYS_BEFORE);
        switch (preparation.state()) {
            case OPEN ->
                unmet.add(Gate.violation(field, GateCode.PREPARATION_OPEN, preparation.item() + " is not prepared."));
            case DONE -> {
                LocalDate done = LocalDate.ofInstant(preparation.doneAt(), facts.zone());
                if (done.isAfter(latest)) {
                    unmet.add(Gate.violation(
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

    private static void checkBriefings(CampaignFacts facts, List<Violation> unmet) {
        List<CampaignBriefing> briefings = facts.briefings();
        if (briefings.size() < BRIEFING_ROUNDS) {
            unmet.add(Gate.violation(
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
                unmet.add(Gate.violation(
                        "briefings/" + briefing.roundNo(),
                        GateCode.BRIEFING_UNACKNOWLEDGED,
                        "Round " + briefing.roundNo() + " is not acknowledged by " + missing + "."));
            }
        }
    }

    /** Names of the participants who have not acknowledged the round. */
    private static String missing(CampaignBriefing briefing, CampaignFacts facts) {
        Set<Long> acknowledged = facts.acknowledgements().stream()
                .filter(acknowledgement -> acknowledgement.roundNo() == briefing.roundNo())
                .map(BriefingAcknowledgement::staffId)
                .collect(Collectors.toSet());
        return facts.participants().entrySet().stream()
                .filter(participant -> !acknowledged.contains(participant.getKey()))
                .map(java.util.Map.Entry::getValue)
                .collect(Collectors.joining(", "));
    }
}

package io.siyu.campaign;

import io.siyu.platform.language.Language;
import io.siyu.platform.problem.Violation;

import java.util.List;
import java.util.Map;

/** The gate before each status. Others have none: the clock's steps, and CANCELLED. */
final class CampaignGates {
    private static final Map<CampaignStatus, Gate> GATES = Map.of(
            CampaignStatus.REVIEW, new ReviewGate(),
            CampaignStatus.PREPARING, new ApprovalGate(),
            CampaignStatus.READY, new PreparationGate(),
            CampaignStatus.CLOSED, new LessonsGate());

    private CampaignGates() {}

    /** Every gate that is not met on the way to this status, by name. */
    static List<Violation> unmet(CampaignStatus to, CampaignFacts facts, Language language) {
        Gate gate = GATES.get(to);
        return gate == null ? List.of() : gate.unmet(facts, language);
    }
}

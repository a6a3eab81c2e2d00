package io.siyu.campaign;

import io.siyu.platform.language.Language;
import io.siyu.platform.problem.Violation;

import java.util.List;

/** What a campaign must fulfil for a step. */
@FunctionalInterface
interface Gate {
    /**
     * @param language of what is said in more than one
     * @return what is not fulfilled, each by name; empty if the gate is open
     */
    List<Violation> unmet(CampaignFacts facts, Language language);

    static Violation violation(String field, GateCode code, String message) {
        return new Violation(field, code.name(), message);
    }
}

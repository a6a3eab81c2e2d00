package io.siyu.campaign;

import io.siyu.platform.language.Language;
import io.siyu.platform.problem.Violation;

import java.util.ArrayList;
import java.util.List;

/** DRAFT→REVIEW: a mechanic, an audience, at least one post on each of the three days, no rule broken. */
final class ReviewGate implements Gate {
    @Override
    public List<Violation> unmet(CampaignFacts facts, Language language) {
        List<Violation> unmet = new ArrayList<>();
        if (facts.campaign().mechanic() == null) {
            unmet.add(Gate.violation("mechanic", GateCode.MECHANIC_MISSING, "Choose how the offer works."));
        }
        if (facts.campaign().audience().isOpen()) {
            unmet.add(Gate.violation("audience", GateCode.AUDIENCE_MISSING, "Say whom it is for."));
        }
        for (CampaignDay day : CampaignDay.values()) {
            if (!facts.daysWithPosts().contains(day.no())) {
                unmet.add(Gate.violation(
                        "posts",
                        GateCode.postsMissing(day.no()),
                        "Day " + day.no() + " (" + day.name() + ") has no post."));
            }
        }
        unmet.addAll(PostRuleGate.unmetBy(facts.broken(), language));
        return unmet;
    }
}

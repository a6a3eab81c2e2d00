package io.siyu.campaign;

import io.siyu.platform.language.Language;
import io.siyu.platform.problem.Violation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** REVIEW→PREPARING: two members approve the latest revision (all, if fewer work in the shop), no objection is open. */
final class ApprovalGate implements Gate {
    static final int APPROVALS = 2;

    @Override
    public List<Violation> unmet(CampaignFacts facts, Language language) {
        List<Violation> unmet = new ArrayList<>();
        int needed = Math.min(APPROVALS, facts.reviewers());
        long given = approvals(facts);
        if (given < needed) {
            unmet.add(Gate.violation(
                    "reviews",
                    GateCode.APPROVALS_MISSING,
                    given + " of " + needed + " approvals of revision "
                            + facts.campaign().revision() + "."));
        }
        facts.objections().stream()
                .filter(CampaignObjection::isOpen)
                .map(objection -> Gate.violation(
                        "objections/" + objection.id(),
                        GateCode.OBJECTION_OPEN,
                        "The objection of " + objection.raisedBy() + " is not resolved."))
                .forEach(unmet::add);
        return unmet;
    }

    /** Members whose latest decision on the latest revision is to approve. */
    private static long approvals(CampaignFacts facts) {
        Map<Long, ReviewDecision> latest = new TreeMap<>();
        facts.reviews().stream()
                .filter(review -> review.revision() == facts.campaign().revision())
                .forEach(review -> latest.put(review.staffId(), review.decision()));
        return latest.values().stream()
                .filter(decision -> decision == ReviewDecision.APPROVE)
                .count();
    }
}

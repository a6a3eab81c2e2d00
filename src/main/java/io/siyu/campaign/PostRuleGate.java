package io.siyu.campaign;

import io.siyu.content.RuleViolation;
import io.siyu.platform.language.Language;
import io.siyu.platform.problem.Violation;

import java.util.List;

/** No post breaks a rule whose severity is ERROR; those that only warn do not close the gate. */
final class PostRuleGate {
    private PostRuleGate() {}

    static List<Violation> unmetBy(List<RuleViolation> broken, Language language) {
        return broken.stream()
                .filter(RuleViolation::isError)
                .map(violation -> Gate.violation(
                        violation.field(),
                        GateCode.POST_RULE_BROKEN,
                        violation.rule() + ": " + violation.message(language)))
                .toList();
    }
}

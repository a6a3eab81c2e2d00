package io.siyu.campaign;

import io.siyu.platform.language.Language;
import io.siyu.platform.problem.Violation;

import java.util.List;

/** ENDED→CLOSED: the retrospective's lessons are written down. */
final class LessonsGate implements Gate {
    @Override
    public List<Violation> unmet(CampaignFacts facts, Language language) {
        String lessons = facts.campaign().lessons();
        return lessons == null || lessons.isBlank()
                ? List.of(Gate.violation(
                        "lessons", GateCode.LESSONS_MISSING, "Write down what the retrospective taught."))
                : List.of();
    }
}

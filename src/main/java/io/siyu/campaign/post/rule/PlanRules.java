package io.siyu.campaign.post.rule;

import io.quarkus.arc.All;
import io.siyu.content.RuleViolation;

import jakarta.inject.Singleton;

import java.util.List;

/** All rules on what posts break together. */
@Singleton
class PlanRules {
    private final List<PlanRule> rules;

    PlanRules(@All List<PlanRule> rules) {
        this.rules = List.copyOf(rules);
    }

    List<RuleViolation> check(PlannedPosts posts) {
        return rules.stream().flatMap(rule -> rule.check(posts).stream()).toList();
    }
}

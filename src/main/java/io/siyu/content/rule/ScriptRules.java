package io.siyu.content.rule;

import io.quarkus.arc.All;
import io.siyu.content.RuleViolation;

import jakarta.inject.Singleton;

import java.util.List;

/** All rules on scripts. */
@Singleton
public class ScriptRules {
    private final List<ScriptRule> rules;

    ScriptRules(@All List<ScriptRule> rules) {
        this.rules = List.copyOf(rules);
    }

    public List<RuleViolation> check(ReadScript script) {
        return rules.stream().flatMap(rule -> rule.check(script).stream()).toList();
    }
}

package io.siyu.content.rule;

import io.siyu.content.RuleViolation;

import java.util.List;

/** One rule on what a script's content alone can break, whoever posts it: product.md, Post rules. */
public interface ScriptRule {
    /** @return what is broken, each with its remedy, at the fields of the script */
    List<RuleViolation> check(ReadScript script);
}

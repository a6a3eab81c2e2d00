package io.siyu.content.rule;

import io.siyu.content.CopyText;
import io.siyu.content.PostRule;
import io.siyu.content.Reading;
import io.siyu.content.RuleViolation;

import jakarta.inject.Singleton;

import java.util.List;

/** No follower reads braces: an unknown variable is an ERROR wherever it stands, also in what another one is filled with. */
@Singleton
public class UnknownVariableRule implements ScriptRule {
    @Override
    public List<RuleViolation> check(ReadScript script) {
        return script.texts().entrySet().stream()
                .flatMap(text -> checkText(text.getKey(), text.getValue(), script.reading()).stream())
                .toList();
    }

    /** @param text that followers read, which need not be a script's */
    public static List<RuleViolation> checkText(String field, CopyText text, Reading reading) {
        return reading.unknownIn(text).stream()
                .map(variable -> RuleViolation.error(
                        PostRule.UNRESOLVED_VARIABLE,
                        field,
                        "Nothing resolves " + variable + ": write a variable that exists, such as {{昵称}}, or leave the"
                                + " braces out.",
                        "没有变量 " + variable + "：请改用已有的变量，例如 {{昵称}}，或去掉括号。"))
                .toList();
    }
}

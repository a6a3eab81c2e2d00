package io.siyu.content.rule;

import io.siyu.content.CopyVariable;
import io.siyu.content.PostKind;
import io.siyu.content.PostRule;
import io.siyu.content.RuleViolation;

import jakarta.inject.Singleton;

import java.util.List;

/** What is said of one follower is said to that one alone: not in a moment, nor in a group. */
@Singleton
public class RecipientVariableRule implements ScriptRule {
    @Override
    public List<RuleViolation> check(ReadScript script) {
        if (script.maybe(PostKind.PRIVATE)) {
            return List.of();
        }
        return script.texts().entrySet().stream()
                .flatMap(text -> text.getValue().variables().stream()
                        .filter(variable -> variable.scope() == CopyVariable.Scope.RECIPIENT)
                        .map(variable -> violation(text.getKey(), variable)))
                .toList();
    }

    private static RuleViolation violation(String field, CopyVariable variable) {
        return RuleViolation.error(
                PostRule.UNRESOLVED_VARIABLE,
                field,
                variable.written() + " resolves only in a private message: take it out, or send this in private.",
                variable.written() + "只能用在私聊中：请去掉它，或改为私聊发送。");
    }
}

package io.siyu.content.rule;

import io.siyu.content.CopyText;
import io.siyu.content.CopyVariable;
import io.siyu.content.PostRule;
import io.siyu.content.Reading;
import io.siyu.content.RuleViolation;

import jakarta.inject.Singleton;

import java.util.ArrayList;
import java.util.List;

/** Every variable has a value: the campaign's that it goes out with, and each account's that it goes out on. */
@Singleton
public class UnresolvedVariableRule implements ScriptRule {
    @Override
    public List<RuleViolation> check(ReadScript script) {
        List<RuleViolation> found = new ArrayList<>();
        script.texts().forEach((field, text) -> {
            checkCampaign(field, text, script.reading(), found);
            checkAccounts(field, text, script.reading(), found);
        });
        return found;
    }

    private static void checkCampaign(String field, CopyText text, Reading reading, List<RuleViolation> found) {
        for (CopyVariable variable : reading.withoutValueIn(text)) {
            found.add(RuleViolation.error(
                    PostRule.UNRESOLVED_VARIABLE,
                    field,
                    variable.written() + " has no value here: give the campaign one, or take the variable out; a daily"
                            + " post has no campaign.",
                    variable.written() + "在这里没有内容：请先在活动中填写，或去掉这个变量；日常发布不属于任何活动。"));
        }
    }

    private static void checkAccounts(String field, CopyText text, Reading reading, List<RuleViolation> found) {
        for (CopyVariable variable : text.variables()) {
            if (variable.scope() != CopyVariable.Scope.ACCOUNT) {
                continue;
            }
            List<String> without = reading.accountsWithout(variable);
            if (!without.isEmpty()) {
                String names = String.join("、", without);
                found.add(RuleViolation.error(
                        PostRule.UNRESOLVED_VARIABLE,
                        field,
                        variable.written() + " has no value for " + names
                                + ": fill it in at the account, leave the account out, or take the variable out.",
                        names + "没有" + variable.written() + "：请在承接号中填写、不用这个承接号，或去掉这个变量。"));
            }
        }
    }
}

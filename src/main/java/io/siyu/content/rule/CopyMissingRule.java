package io.siyu.content.rule;

import io.siyu.content.CopyText;
import io.siyu.content.PostRule;
import io.siyu.content.RuleViolation;

import jakarta.inject.Singleton;

import java.util.List;

/** A script without words is not done yet. */
@Singleton
public class CopyMissingRule implements ScriptRule {
    @Override
    public List<RuleViolation> check(ReadScript script) {
        CopyText copy = script.texts().get(ReadScript.COPY);
        return copy == null || !copy.text().isBlank()
                ? List.of()
                : List.of(RuleViolation.warn(
                        PostRule.COPY_MISSING,
                        ReadScript.COPY,
                        "There is no copy yet: write what followers are to read.",
                        "还没有文案：请写上粉丝要看到的话。"));
    }
}

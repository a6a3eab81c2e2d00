package io.siyu.content.rule;

import io.siyu.content.CopyText;
import io.siyu.content.PostRule;
import io.siyu.content.Reading;
import io.siyu.content.RuleViolation;

import jakarta.inject.Singleton;

import java.util.List;

/** No word that advertising law or the shop bans, in any text as a follower would read it. */
@Singleton
public class BannedWordRule implements ScriptRule {
    @Override
    public List<RuleViolation> check(ReadScript script) {
        return script.texts().entrySet().stream()
                .flatMap(text -> checkText(text.getKey(), text.getValue(), script.reading()).stream())
                .toList();
    }

    /** @param text that followers read, which need not be a script's */
    public static List<RuleViolation> checkText(String field, CopyText text, Reading reading) {
        return reading.bannedIn(text).stream()
                .map(word -> RuleViolation.error(PostRule.BANNED_WORD, field, word))
                .toList();
    }
}

package io.siyu.content.rule;

import io.siyu.content.PostRule;
import io.siyu.content.Reading;
import io.siyu.content.RuleViolation;

import jakarta.inject.Singleton;

import java.util.List;

/** No account says what its persona would not. */
@Singleton
public class TabooWordRule implements ScriptRule {
    @Override
    public List<RuleViolation> check(ReadScript script) {
        return script.texts().entrySet().stream()
                .flatMap(text -> script.reading().tabooIn(text.getValue()).stream()
                        .map(taboo -> violation(text.getKey(), taboo)))
                .toList();
    }

    private static RuleViolation violation(String field, Reading.Taboo taboo) {
        return RuleViolation.error(
                PostRule.TABOO_WORD,
                field,
                "\"" + taboo.word().written() + "\" does not fit the persona of " + taboo.account()
                        + ": say it in other words, leave the account out, or take \""
                        + taboo.word().word() + "\" off its taboo words.",
                "“" + taboo.word().written() + "”不符合" + taboo.account() + "的人设：请换个说法、不用这个承接号，或把“"
                        + taboo.word().word() + "”从它的忌用词中去掉。");
    }
}

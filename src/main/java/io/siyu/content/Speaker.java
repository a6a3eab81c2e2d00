package io.siyu.content;

import io.siyu.content.word.match.WordMatcher;

import java.util.Map;
import java.util.Optional;

/**
 * An account as its followers hear it.
 *
 * @param name the account's
 * @param values of the ACCOUNT variables that it has
 * @param taboo words that do not fit its persona; null for none
 */
public record Speaker(String name, Map<CopyVariable, String> values, WordMatcher taboo) {
    public Speaker {
        values = Map.copyOf(values);
    }

    /** One that has nothing but its name. */
    public static Speaker named(String name) {
        return new Speaker(name, Map.of(CopyVariable.ACCOUNT, name), null);
    }

    Optional<WordMatcher> tabooWords() {
        return Optional.ofNullable(taboo);
    }
}

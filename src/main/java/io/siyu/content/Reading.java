package io.siyu.content;

import io.siyu.content.word.match.BannedWord;
import io.siyu.content.word.match.WordMatcher;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How followers read copy: what stands there for its variables, and the words that must not.
 *
 * @param values of the variables that are known; the others keep apart what stands beside them. Of the recipients only
 *     the form of address for those without a name is known: how the shop notes its followers is no advertising
 * @param accounts names of the accounts that it goes out on
 */
public record Reading(WordMatcher words, Map<CopyVariable, String> values, List<String> accounts) {
    public Reading {
        values = Map.copyOf(values);
        accounts = List.copyOf(accounts);
    }

    /** The banned words that some follower would read in it. */
    public List<BannedWord> bannedIn(CopyText copy) {
        return readings(copy)
                .flatMap(text -> words.findIn(text).stream())
                .distinct()
                .toList();
    }

    private Stream<String> readings(CopyText copy) {
        Map<CopyVariable, String> filled = new EnumMap<>(CopyVariable.class);
        filled.put(CopyVariable.NICKNAME, CopyVariable.NICKNAME_FALLBACK);
        filled.putAll(values);
        if (accounts.isEmpty() || !copy.variables().contains(CopyVariable.ACCOUNT)) {
            return Stream.of(copy.render(filled));
        }
        return accounts.stream().map(account -> {
            filled.put(CopyVariable.ACCOUNT, account);
            return copy.render(filled);
        });
    }
}

package io.siyu.content;

import io.siyu.content.word.match.BannedWord;
import io.siyu.content.word.match.WordMatcher;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How followers read copy: what stands there for its variables, and the words that must not.
 *
 * @param values of the SHOP and CAMPAIGN variables that are known; the others keep apart what stands beside them. Of the
 *     recipients only the form of address for those without a name is known: how the shop notes its followers is no
 *     advertising
 * @param speakers the accounts that it goes out on
 * @param isWhole whether all that the shop and the campaign can fill in is there, so that what is missing has no value;
 *     false for a script that is read without a post
 */
public record Reading(WordMatcher words, Map<CopyVariable, String> values, List<Speaker> speakers, boolean isWhole) {
    public Reading {
        values = Map.copyOf(values);
        speakers = List.copyOf(speakers);
    }

    /** Of a script without a post. */
    public static Reading ofScript(WordMatcher words, Map<CopyVariable, String> values) {
        return new Reading(words, values, List.of(), false);
    }

    public Reading on(List<Speaker> others) {
        return new Reading(words, values, others, isWhole);
    }

    /** Words that the persona of an account does not say. */
    public record Taboo(String account, BannedWord word) {}

    /** The banned words that some follower would read in it. */
    public List<BannedWord> bannedIn(CopyText copy) {
        return readings(copy)
                .flatMap(text -> words.findIn(text).stream())
                .distinct()
                .toList();
    }

    /** What some account would say in it that its persona does not. */
    public List<Taboo> tabooIn(CopyText copy) {
        return speakers.stream()
                .flatMap(speaker -> speaker.tabooWords().stream()
                        .flatMap(taboo -> taboo.findIn(copy.render(filledFor(speaker))).stream())
                        .map(word -> new Taboo(speaker.name(), word)))
                .distinct()
                .toList();
    }

    /** What some follower would read as a variable that is none: in it, or in what is filled into it. */
    public List<String> unknownIn(CopyText copy) {
        Stream<String> ofValues = copy.variables().stream()
                .flatMap(variable -> valuesOf(variable).map(CopyText::new).flatMap(Reading::variableLike));
        return Stream.of(
                        copy.unknownVariables().stream(),
                        ofValues,
                        // What only comes together with a value beside it.
                        readings(copy).flatMap(text -> new CopyText(text).unknownVariables().stream()))
                .flatMap(found -> found)
                .distinct()
                .toList();
    }

    /** A variable in a value is filled in no more, whether it is a known one or not. */
    private static Stream<String> variableLike(CopyText value) {
        return Stream.concat(value.variables().stream().map(CopyVariable::written), value.unknownVariables().stream());
    }

    private Stream<String> valuesOf(CopyVariable variable) {
        return Stream.concat(
                Optional.ofNullable(values.get(variable)).stream(),
                speakers.stream()
                        .flatMap(speaker -> Optional.ofNullable(speaker.values().get(variable)).stream()));
    }

    /** Those of its variables that neither the shop nor the campaign has a value for, if it is whole. */
    public List<CopyVariable> withoutValueIn(CopyText copy) {
        return copy.variables().stream()
                .filter(variable -> isWhole && !values.containsKey(variable))
                .filter(variable -> switch (variable.scope()) {
                    case SHOP, CAMPAIGN -> true;
                    case ACCOUNT, RECIPIENT -> false;
                })
                .toList();
    }

    /** The accounts that have no value for the variable. */
    public List<String> accountsWithout(CopyVariable variable) {
        return speakers.stream()
                .filter(speaker -> !speaker.values().containsKey(variable))
                .map(Speaker::name)
                .toList();
    }

    private Stream<String> readings(CopyText copy) {
        boolean isSaidByAll =
                copy.variables().stream().noneMatch(variable -> variable.scope() == CopyVariable.Scope.ACCOUNT);
        return speakers.isEmpty() || isSaidByAll
                ? Stream.of(copy.render(filled()))
                : speakers.stream().map(speaker -> copy.render(filledFor(speaker)));
    }

    private Map<CopyVariable, String> filledFor(Speaker speaker) {
        Map<CopyVariable, String> filled = filled();
        filled.putAll(speaker.values());
        return filled;
    }

    private Map<CopyVariable, String> filled() {
        Map<CopyVariable, String> filled = new EnumMap<>(CopyVariable.class);
        for (CopyVariable variable : CopyVariable.values()) {
            variable.fallback().ifPresent(fallback -> filled.put(variable, fallback));
        }
        filled.putAll(values);
        return filled;
    }
}

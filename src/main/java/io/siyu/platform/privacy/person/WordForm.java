package io.siyu.platform.privacy.person;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/** How surely what a platform calls somebody means the person: an id, a nickname. */
final class WordForm {
    /** Shorter numbers are also amounts, counts, days, parts of order numbers. */
    private static final int SHORTEST_SURE_NUMBER = 9;

    private static final int SHORTEST_NUMBER = 5;
    private static final int SHORTEST_SURE_WORD = 6;
    private static final int SHORTEST_WORD = 3;

    private WordForm() {}

    /** @return the words to look for, each with its certainty */
    static Map<String, Naming> ofId(String id) {
        String word = Normalizer.normalize(id, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip();
        if (word.isEmpty()) {
            return Map.of();
        }
        if (NameForm.isWithoutSpaces(word)) {
            return NameForm.of(word).words();
        }
        return Map.of(word, namingOf(word));
    }

    private static Naming namingOf(String word) {
        long digits = word.chars().filter(Character::isDigit).count();
        if (word.chars().noneMatch(Character::isLetter)) {
            return digits >= SHORTEST_SURE_NUMBER
                    ? Naming.SURE
                    : digits >= SHORTEST_NUMBER ? Naming.PERHAPS : Naming.NONE;
        }
        if (word.length() >= SHORTEST_SURE_WORD && isMixed(word)) {
            return Naming.SURE;
        }
        return word.length() >= SHORTEST_WORD ? Naming.PERHAPS : Naming.NONE;
    }

    /** No word of a language: with digits or signs between its letters. */
    static boolean isMixed(String word) {
        return word.length() >= SHORTEST_SURE_WORD
                && word.codePoints().anyMatch(Character::isLetter)
                && word.codePoints().anyMatch(c -> !Character.isLetter(c) && c != '-' && c != '\'');
    }
}

package io.siyu.feedback.likeness;

import io.siyu.content.word.match.ReaderText;

import java.util.HashSet;
import java.util.Set;

/**
 * How alike two texts are: the share of their pairs of neighbouring letters that both have, counted once each (Dice's
 * coefficient, 2·|A∩B| ÷ (|A|+|B|)). Letters are those that a reader takes in, so that width, case, spacing and traditional
 * signs make no difference; pairs tell Chinese texts apart without a dictionary.
 */
final class WordLikeness {
    private final Set<String> pairs;

    private WordLikeness(Set<String> pairs) {
        this.pairs = pairs;
    }

    static WordLikeness of(String text) {
        int[] letters = ReaderText.of(text).letters().codePoints().toArray();
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < letters.length; i++) {
            pairs.add(new String(letters, i, 2));
        }
        if (letters.length == 1) {
            pairs.add(new String(letters, 0, 1));
        }
        return new WordLikeness(pairs);
    }

    /** From 0, nothing in common, to 1, the same pairs; 0 where either has no letters. */
    double to(WordLikeness other) {
        if (pairs.isEmpty() || other.pairs.isEmpty()) {
            return 0;
        }
        long common = pairs.stream().filter(other.pairs::contains).count();
        return 2.0 * common / (pairs.size() + other.pairs.size());
    }
}

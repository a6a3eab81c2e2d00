package io.siyu.content.word;

import io.siyu.content.word.match.ReaderText;
import io.siyu.platform.problem.Violation;

import java.util.Optional;

/** What an entry of a word list may be: one word or phrase of at most 40 characters, without marks that part several. */
final class EntryRules {
    private static final int LONGEST = 40;

    private EntryRules() {}

    /** @param entry without blanks around it, null if there was none; lengths count code points */
    static Optional<Violation> broken(String field, String entry) {
        if (entry == null || entry.isEmpty()) {
            return violation(field, "NotBlank", "An entry must not be blank.");
        }
        if (entry.codePointCount(0, entry.length()) > LONGEST) {
            return violation(field, "Size", "An entry has at most " + LONGEST + " characters.");
        }
        if (entry.codePoints().anyMatch(EntryRules::partsEntries)) {
            return violation(field, "SeveralEntries", "An entry is one word or phrase: give those between ，、；, apart.");
        }
        if (entry.codePoints().anyMatch(EntryRules::isNoText)) {
            return violation(field, "NoText", "An entry must not hold control characters or halves of characters.");
        }
        return ReaderText.of(entry).letters().isEmpty()
                ? violation(field, "NoLetters", "An entry needs at least one letter or digit.")
                : Optional.empty();
    }

    private static Optional<Violation> violation(String field, String code, String message) {
        return Optional.of(new Violation(field, code, message));
    }

    private static boolean partsEntries(int codePoint) {
        return "，、；,\n\r".indexOf(codePoint) >= 0;
    }

    private static boolean isNoText(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.SURROGATE;
    }
}

package io.siyu.platform.privacy.person;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ways in which people write what names a person, as regular expressions on text that {@link FoldedText} has folded:
 * full-width signs narrow, letters small, accents apart.
 */
final class Spellings {
    /** Between the signs of a name in Chinese; invisible signs included. */
    private static final String GAP = "[\\s\\p{Z}\\p{Cf}·•・]{0,2}";
    /** Within a word of letters. */
    private static final String INVISIBLE = "\\p{Cf}{0,2}";
    /** Between such words: {@code Doe, Jane}. */
    private static final String BETWEEN_WORDS = "[\\s\\p{Z}\\p{Cf}.,·_\\-]{1,3}";

    private static final String OF_WORDS = "[\\p{L}\\p{Nd}_&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]]";
    private static final String NO_WORD_BEFORE = "(?<!" + OF_WORDS + ")";
    private static final String NO_WORD_AFTER = "(?!" + OF_WORDS + ")";
    /** A number within an amount, a day or an order number is another one. */
    private static final String NO_NUMBER_BEFORE = "(?<![0-9][-._])";

    private static final String NO_NUMBER_AFTER = "(?![-._][0-9])";
    private static final String NO_ADDRESS_BEFORE = "(?<![a-z0-9_][._%+\\-]{1,2})";
    private static final String NO_ADDRESS_AFTER = "(?!\\.?[a-z0-9\\-]*[a-z0-9])";

    static final Pattern EMAIL_LIKE =
            Pattern.compile("[a-z0-9_][a-z0-9._%+\\-]{0,63}@[a-z0-9](?:[a-z0-9\\-]{0,61}[a-z0-9])?"
                    + "(?:\\.[a-z0-9](?:[a-z0-9\\-]{0,61}[a-z0-9])?){1,9}");

    private Spellings() {}

    /** An id or a nickname: as it is. */
    static String ofWord(String word) {
        String folded = FoldedText.of(word).text().strip();
        boolean isNumber = folded.chars().noneMatch(Character::isLetter);
        String expression = bounded(folded, lettersOf(folded, INVISIBLE));
        return isNumber ? NO_NUMBER_BEFORE + expression + NO_NUMBER_AFTER : expression;
    }

    static String ofEmail(String email) {
        String folded = FoldedText.of(email).text().strip();
        return NO_ADDRESS_BEFORE + NO_WORD_BEFORE + lettersOf(folded, INVISIBLE) + NO_ADDRESS_AFTER;
    }

    /** Also with the words of a name the other way round, where a name is written in words. */
    static String ofName(String name) {
        String folded = FoldedText.of(name).text().strip();
        if (NameForm.isWithoutSpaces(name)) {
            return bounded(folded, lettersOf(folded, GAP));
        }
        List<String> words = List.of(folded.split("\\s+"));
        String inOrder =
                words.stream().map(word -> lettersOf(word, INVISIBLE)).collect(Collectors.joining(BETWEEN_WORDS));
        if (words.size() == 1) {
            return bounded(folded, inOrder);
        }
        String lastFirst = Stream.concat(
                        Stream.of(words.get(words.size() - 1)), words.subList(0, words.size() - 1).stream())
                .map(word -> lettersOf(word, INVISIBLE))
                .collect(Collectors.joining(BETWEEN_WORDS));
        return NO_WORD_BEFORE + "(?:" + inOrder + "|" + lastFirst + ")" + NO_WORD_AFTER;
    }

    /** Alone: with more signs it is another's name. */
    static String ofSurname(String surname) {
        return "(?<!\\p{IsHan})" + lettersOf(FoldedText.of(surname).text(), GAP) + "(?!" + GAP + "\\p{IsHan})";
    }

    /** @param folded as {@link FoldedText} has it */
    static String lettersOf(String folded, String gap) {
        return signsOf(folded)
                .codePoints()
                .mapToObj(c -> Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining(gap));
    }

    /** Without what is blank or cannot be seen. */
    static String signsOf(String folded) {
        return folded.replaceAll("[\\s\\p{Z}\\p{Cf}]+", "");
    }

    /** Letters and digits are a word only if no others stand beside; Chinese is written without spaces. */
    static String bounded(String folded, String expression) {
        String before = isOfWords(folded.codePointAt(0)) ? NO_WORD_BEFORE : "";
        String after = isOfWords(folded.codePointBefore(folded.length())) ? NO_WORD_AFTER : "";
        return before + expression + after;
    }

    private static boolean isOfWords(int c) {
        return Character.isLetterOrDigit(c) && !NameForm.isWithoutSpaces(Character.toString(c));
    }
}

package io.siyu.content.word.match;

import java.util.HashSet;
import java.util.Set;

/**
 * Whether letters that stand in a row are read as one word, judged by what stands between and beside them.
 *
 * <p>The end of a clause keeps letters apart, any other sign or blank does not: 国-家-级 is read, 这是国，家级别的 is not.
 * Latin words have blanks between them, so theirs stand between all letters or none (t o p 1, top 1, but not to p1), and
 * such a word ends where no letter or digit is joined to it (not stop 1, nor top 10).
 */
final class Spelling {
    private static final int SPELLED_OUT = 3;

    private final ReaderText text;
    private final int start;
    private final int end;
    private final ReaderText word;

    /** @param word what the letters from start up to end may be; its own signs and blanks are free in the text */
    Spelling(ReaderText text, int start, int end, ReaderText word) {
        this.text = text;
        this.start = start;
        this.end = end;
        this.word = word;
    }

    boolean isOneWord() {
        return isBoundedBefore() && isBoundedBehind() && isUnbroken() && blanksAreEven();
    }

    private boolean isUnbroken() {
        for (int at = start; at < end - 1; at++) {
            if (!isOwnGap(at) && endsClause(at)) {
                return isSpelledOut();
            }
        }
        return true;
    }

    private boolean endsClause(int at) {
        String gap = text.gapBehind(at);
        return gap.codePoints().anyMatch(Signs::endsClause)
                || gap.contains("{{")
                || gap.contains("}}")
                || endsSentence(at, gap);
    }

    /** A dot behind a Latin word and before a blank; behind a single letter it may be one of several. */
    private boolean endsSentence(int at, String gap) {
        return gap.length() > 1
                && Signs.isDot(gap.codePointAt(0))
                && Signs.isBlank(gap.codePointBefore(gap.length()))
                && at > 0
                && isLatin(text.at(at))
                && isLatin(text.at(at - 1))
                && text.gapBehind(at - 1).isEmpty();
    }

    /** One letter a line, or a comma behind each: nobody writes so what is not to be read together. */
    private boolean isSpelledOut() {
        return gaps().size() == 1 && (end - start >= SPELLED_OUT || isWrittenDown());
    }

    /** Each letter alone on its line, as on a scroll. */
    private boolean isWrittenDown() {
        return isBroken(start - 1) && isBroken(start) && isBroken(end - 1);
    }

    /** Whether the line ends behind the letter; there is nothing before the first and behind the last. */
    private boolean isBroken(int at) {
        return at < 0
                || at >= text.length() - 1
                || text.gapBehind(at).codePoints().anyMatch(Signs::isLineBreak);
    }

    private Set<String> gaps() {
        Set<String> gaps = new HashSet<>();
        for (int at = start; at < end - 1; at++) {
            gaps.add(text.gapBehind(at));
        }
        return gaps;
    }

    private boolean blanksAreEven() {
        boolean joined = false;
        boolean parted = false;
        for (int at = start; at < end - 1; at++) {
            if (isOwnGap(at) || !areAlike(at)) {
                continue;
            }
            String gap = text.gapBehind(at);
            joined |= gap.isEmpty();
            parted |= !gap.isEmpty() && gap.codePoints().allMatch(Signs::isBlank);
        }
        return !(joined && parted);
    }

    private boolean isBoundedBefore() {
        if (start == 0 || !isLatinOrDigit(text.at(start)) || !isLatinOrDigit(text.at(start - 1))) {
            return true;
        }
        return !isJoined(start - 1) && !isDecimal(start - 1) && !goesOnSpelling(start - 1, start - 2);
    }

    private boolean isBoundedBehind() {
        if (end == text.length() || !isLatinOrDigit(text.at(end - 1)) || !isLatinOrDigit(text.at(end))) {
            return true;
        }
        return !isJoined(end - 1) && !isDecimal(end - 1) && !goesOnSpelling(end - 1, end);
    }

    private boolean isJoined(int at) {
        return text.gapBehind(at).isEmpty();
    }

    /** 1.5 and 1,000 are one number. */
    private boolean isDecimal(int at) {
        String gap = text.gapBehind(at);
        return isDigit(text.at(at)) && isDigit(text.at(at + 1)) && (gap.equals(".") || gap.equals(","));
    }

    /** In s t o p 1 the word is stop: one more letter, parted from the others as they are from each other. */
    private boolean goesOnSpelling(int edge, int beyond) {
        boolean isAlone = beyond < 0
                || beyond >= text.length() - 1
                || !isLatinOrDigit(text.at(beyond))
                || !isLatinOrDigit(text.at(beyond + 1))
                || !isJoined(beyond);
        return isAlone && areAlike(edge) && gaps().equals(Set.of(text.gapBehind(edge)));
    }

    private boolean isOwnGap(int at) {
        return !word.gapBehind(at - start).isEmpty();
    }

    /** Two letters or two digits. */
    private boolean areAlike(int at) {
        return isLatin(text.at(at)) && isLatin(text.at(at + 1)) || isDigit(text.at(at)) && isDigit(text.at(at + 1));
    }

    private static boolean isLatinOrDigit(char letter) {
        return isLatin(letter) || isDigit(letter);
    }

    private static boolean isLatin(char letter) {
        return letter >= 'a' && letter <= 'z';
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }
}

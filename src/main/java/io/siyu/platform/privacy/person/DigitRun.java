package io.siyu.platform.privacy.person;

import java.util.ArrayList;
import java.util.List;

/**
 * Groups of digits that follow each other with nothing but separators between, in whichever digits they are written: 139,
 * １３９, 一三九, ①③⑨.
 */
final class DigitRun {
    private static final String CHINESE = "〇一二三四五六七八九";
    private static final String CHINESE_FORMAL = "零壹贰叁肆伍陆柒捌玖";
    private static final String CHINESE_SPOKEN = "洞幺两";
    private static final String STRONG = ".()-·_~";
    private static final String WEAK = ",/'`|:\t\r\n\u3001";
    private static final int LONGEST_SEPARATOR = 3;
    private static final int NO_DIGIT = -1;

    private final List<Group> groups = new ArrayList<>();

    /** How two groups stand beside each other. */
    enum Gap {
        /** At once, in another kind of digits. */
        NONE,
        /** With what people put into a phone number. */
        STRONG,
        /** With what rather stands between two numbers: a comma, a line's end. */
        WEAK
    }

    /**
     * @param start where it begins in the folded text
     * @param end behind it
     * @param before how it follows the group before; STRONG for the first
     * @param isPlus whether a plus sign stands before it
     */
    record Group(String digits, int start, int end, Gap before, boolean isPlus) {}

    private DigitRun() {}

    List<Group> groups() {
        return groups;
    }

    static List<DigitRun> in(String folded) {
        List<DigitRun> runs = new ArrayList<>();
        DigitRun run = new DigitRun();
        int at = 0;
        int gapStart = 0;
        Gap gap = Gap.STRONG;
        while (at < folded.length()) {
            if (digit(folded.charAt(at)) != NO_DIGIT) {
                boolean isPlus = at > 0 && folded.charAt(at - 1) == '+';
                Group group = read(folded, at, gap, isPlus);
                run.groups.add(group);
                at = group.end();
                gapStart = at;
                gap = Gap.NONE;
                continue;
            }
            Gap next = separator(folded.charAt(at));
            boolean isOver = next == null || at - gapStart >= LONGEST_SEPARATOR;
            if (isOver && !run.groups.isEmpty()) {
                runs.add(run);
                run = new DigitRun();
            }
            gap = isOver || gap != Gap.WEAK && next != Gap.WEAK ? Gap.STRONG : Gap.WEAK;
            at++;
        }
        if (!run.groups.isEmpty()) {
            runs.add(run);
        }
        return runs;
    }

    /** Digits of one kind, with nothing visible between. */
    private static Group read(String folded, int start, Gap gap, boolean isPlus) {
        StringBuilder digits = new StringBuilder();
        boolean isChinese = isChinese(folded.charAt(start));
        int end = start;
        for (int at = start; at < folded.length(); at++) {
            char c = folded.charAt(at);
            int digit = digit(c);
            if (digit != NO_DIGIT && isChinese(c) == isChinese) {
                digits.append(digit);
                end = at + 1;
            } else if (digit != NO_DIGIT || !isInvisible(c)) {
                break;
            }
        }
        return new Group(digits.toString(), start, end, gap, isPlus);
    }

    private static Gap separator(char c) {
        if (WEAK.indexOf(c) >= 0 || c == '\u2028' || c == '\u2029') {
            return Gap.WEAK;
        }
        boolean isStrong = STRONG.indexOf(c) >= 0
                || c >= '\u2010' && c <= '\u2015'
                || c == '\u2212'
                || Character.isSpaceChar(c)
                || isInvisible(c);
        return isStrong ? Gap.STRONG : null;
    }

    /** Also the frames of keycaps. */
    private static boolean isInvisible(char c) {
        int type = Character.getType(c);
        return type == Character.FORMAT || type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static boolean isChinese(char c) {
        return c > 127
                && !Character.isDigit(c)
                && digit(c) != NO_DIGIT
                && Character.getType(c) != Character.OTHER_NUMBER;
    }

    private static int digit(char c) {
        if (c < 128) {
            return c >= '0' && c <= '9' ? c - '0' : NO_DIGIT;
        }
        if (Character.isDigit(c)) {
            return Character.digit(c, 10);
        }
        if (Character.getType(c) == Character.OTHER_NUMBER) {
            int value = Character.getNumericValue(c);
            return value >= 0 && value <= 9 ? value : NO_DIGIT;
        }
        int digit = Math.max(CHINESE.indexOf(c), CHINESE_FORMAL.indexOf(c));
        return digit >= 0 ? digit : CHINESE_SPOKEN.indexOf(c);
    }
}

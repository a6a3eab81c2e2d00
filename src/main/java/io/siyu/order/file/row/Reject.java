package io.siyu.order.file.row;

import io.siyu.order.Reason;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * A row that was not taken.
 *
 * @param row its number in the file; the header is row 1
 * @param column the header of the offending cell, empty if the row as a whole is wrong
 * @param value the cell, shortened, with whatever may be a phone number or an e-mail address hidden; of names and addresses
 *     see {@link io.siyu.order.file.cell.Masked}
 */
public record Reject(long row, String column, String value, Reason reason) {
    private static final int LONGEST_VALUE = 40;
    private static final int LONGEST_COLUMN = 60;
    /** Begins where a word does: looked for at each sign of a long word without one, it would take minutes. */
    private static final Pattern EMAIL = Pattern.compile("(?<!\\S)\\S+[@＠]\\S+");

    private static final String GAP = "[\\s\\p{Z}\\p{P}\\p{S}&&[^:：*＊]]{0,3}";
    /** Mobile phones of China with any signs between the digits, fixed lines, and numbers that begin with a country's. */
    private static final Pattern PHONE = Pattern.compile("(?<!\\d)(?:"
            + "(?:(?:\\+|00)?86" + GAP + ")?0?1" + GAP + "[3-9](?:" + GAP + "\\d){9}"
            + "|0\\d{2,3}" + GAP + "\\d{3,4}" + GAP + "\\d{4}"
            + "|(?:\\+|00)[1-9](?:" + GAP + "\\d){7,14})(?!\\d)");
    /** A resident's number: a region, a day of birth, three digits and a sign of check (GB 11643). */
    private static final Pattern RESIDENT = Pattern.compile(
            "(?<!\\d)[1-9]\\d{5}(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[\\dXx](?![\\dXx])");
    /** A phone as a spreadsheet writes large numbers, with enough digits to tell one. */
    private static final Pattern SCIENTIFIC = Pattern.compile("(?<![\\d.])(\\d)[.,](\\d{5,})([eE]\\+?1[012])(?!\\d)");

    private static final Pattern WIDE_DIGIT = Pattern.compile("[\\p{Nd}&&[^0-9]]");
    private static final int DIGITS_OF_A_NUMBER = 7;
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final int DIGITS_SHOWN_FIRST = 3;
    private static final int DIGITS_SHOWN_LAST = 4;
    private static final Pattern CONTROL = Pattern.compile("\\p{C}+");

    public static Reject of(long row, String column, String value, Reason reason) {
        return new Reject(row, shorten(column, LONGEST_COLUMN), safe(value), reason);
    }

    private static String safe(String value) {
        if (value == null) {
            return "";
        }
        String plain = CONTROL.matcher(value).replaceAll(" ");
        plain = EMAIL.matcher(plain).replaceAll("***@***");
        if (WIDE_DIGIT.matcher(plain).results().count() >= DIGITS_OF_A_NUMBER) {
            plain = WIDE_DIGIT.matcher(plain).replaceAll(digit -> narrow(digit.group()));
        }
        plain = SCIENTIFIC.matcher(plain).replaceAll("$1.**$3");
        plain = RESIDENT.matcher(plain).replaceAll(number -> hidden(number.group()));
        plain = PHONE.matcher(plain).replaceAll(number -> hidden(number.group()));
        return shorten(plain, LONGEST_VALUE);
    }

    private static String narrow(String digit) {
        return String.valueOf(Character.digit(digit.codePointAt(0), 10));
    }

    private static String hidden(String number) {
        long digits = DIGIT.matcher(number).results().count();
        AtomicInteger seen = new AtomicInteger();
        return DIGIT.matcher(number).replaceAll(digit -> {
            int index = seen.getAndIncrement();
            boolean isShown = index < DIGITS_SHOWN_FIRST || index >= digits - DIGITS_SHOWN_LAST;
            return isShown ? digit.group() : "*";
        });
    }

    private static String shorten(String text, int length) {
        if (text == null) {
            return "";
        }
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length - 1)) + "…";
    }
}

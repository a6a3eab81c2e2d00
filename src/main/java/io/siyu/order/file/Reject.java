package io.siyu.order.file;

import io.siyu.order.Reason;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * A row that was not taken.
 *
 * @param row its number in the file; the header is row 1
 * @param column the header of the offending cell, empty if the row as a whole is wrong
 * @param value the cell, shortened, with whatever may be a phone number or an e-mail address hidden; of names and addresses
 *     see {@link Row}
 */
public record Reject(long row, String column, String value, Reason reason) {
    private static final int LONGEST_VALUE = 40;
    private static final int LONGEST_COLUMN = 60;
    private static final Pattern EMAIL = Pattern.compile("\\S+[@＠]\\S+");
    /** Mobile phones of China in any spelling, fixed lines, and numbers that begin with a country's. */
    private static final Pattern PHONE = Pattern.compile("(?<!\\d)(?:"
            + "(?:(?:\\+|00)?86[-\\s]?)?0?1[3-9]\\d([-\\s]?)\\d{4}\\1\\d{4}"
            + "|0\\d{2,3}[-\\s]?\\d{7,8}|(?:\\+|00)[1-9](?:[-\\s]?\\d){7,14})(?!\\d)");

    private static final Pattern WIDE_NUMBER = Pattern.compile("[０-９－＋]{7,}");
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final int DIGITS_SHOWN_FIRST = 3;
    private static final int DIGITS_SHOWN_LAST = 4;
    private static final Pattern CONTROL = Pattern.compile("\\p{C}+");

    static Reject of(long row, String column, String value, Reason reason) {
        return new Reject(row, shorten(column, LONGEST_COLUMN), safe(value), reason);
    }

    private static String safe(String value) {
        if (value == null) {
            return "";
        }
        String plain = CONTROL.matcher(value).replaceAll(" ");
        plain = EMAIL.matcher(plain).replaceAll("***@***");
        plain = WIDE_NUMBER.matcher(plain).replaceAll(number -> Normalizer.normalize(number.group(), Form.NFKC));
        plain = PHONE.matcher(plain).replaceAll(number -> hidden(number.group()));
        return shorten(plain, LONGEST_VALUE);
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

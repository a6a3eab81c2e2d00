package io.siyu.order.file;

import io.siyu.order.Reason;

import java.util.regex.Pattern;

/**
 * A row that was not taken.
 *
 * @param row its number in the file; the header is row 1
 * @param column the header of the offending cell, empty if the row as a whole is wrong
 * @param value the cell, shortened, with whatever may be a phone number or an e-mail address hidden
 */
public record Reject(long row, String column, String value, Reason reason) {
    private static final int LONGEST_VALUE = 40;
    private static final int LONGEST_COLUMN = 60;
    private static final Pattern EMAIL = Pattern.compile("\\S+@\\S+");
    private static final Pattern PHONE = Pattern.compile("(?<!\\d)((?:\\+?86)?1[3-9]\\d)\\d{4}(\\d{4})(?!\\d)");
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
        plain = PHONE.matcher(plain).replaceAll("$1****$2");
        return shorten(plain, LONGEST_VALUE);
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

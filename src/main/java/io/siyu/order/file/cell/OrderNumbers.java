package io.siyu.order.file.cell;

import java.util.regex.Pattern;

/**
 * What shops' own programs make of an order's number: up to 64 characters with blanks and signs, such as
 * {@code WC 1003}, {@code №1004} or {@code (1005)}. Platforms that number by rules of their own have patterns of their own.
 */
public final class OrderNumbers {
    public static final int LONGEST = 64;

    /** With something counted, without what nobody sees, and not as a spreadsheet's formula begins. */
    private static final Pattern SHAPE = Pattern.compile("(?=.*\\p{N})[^\\p{C}\\p{Z}=+@\\-][^\\p{C}\\p{Zl}\\p{Zp}]*");

    private OrderNumbers() {}

    /** @param text without blanks around it */
    public static boolean isOne(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                && SHAPE.matcher(text).matches();
    }
}

package io.siyu.order.file.workbook;

import java.nio.charset.StandardCharsets;

/**
 * Measures a part of a workbook as it streams by: how long its texts and rows are, how far to the right its cells stand,
 * and, where it is not a sheet and will be kept in memory, how large it is as a whole.
 */
final class XmlBounds {
    /** A cell holds 32,767 characters. */
    private static final int LONGEST_TEXT = 1 << 18;

    private static final int LONGEST_ROW = 8 << 20;
    private static final long LARGEST_KEPT = 80L << 20;
    private static final int HEAD_BYTES = 1000;
    /** Columns go up to XFD. */
    private static final int MOST_LETTERS = 3;

    /** What stands before the quote that ends the type of a cell. */
    private static final int ISO_DATE = 't' << 24 | '=' << 16 | '"' << 8 | 'd';

    private static final int ISO_DATE_IN_SINGLE_QUOTES = 't' << 24 | '=' << 16 | '\'' << 8 | 'd';

    private final StringBuilder head = new StringBuilder();
    private long size;
    private boolean isSheet;
    private int sinceTag;
    private int sinceRow;
    private boolean isInTag;
    /** The last four bytes. */
    private int last;

    private int letters = -1;
    private boolean hasIsoDates;

    /** Takes the next bytes in; false once the part is out of bounds. */
    boolean holds(byte[] bytes, int length) {
        if (head.length() < HEAD_BYTES) {
            head.append(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
            isSheet = head.indexOf("<worksheet") >= 0 || head.indexOf(":worksheet") >= 0;
        }
        size += length;
        for (int i = 0; i < length; i++) {
            if (!isWithin(bytes[i])) {
                return false;
            }
        }
        return isSheet || size <= LARGEST_KEPT;
    }

    /** Whether it is a sheet with moments as texts of their own kind. */
    boolean hasIsoDates() {
        return isSheet && hasIsoDates;
    }

    private boolean isWithin(int c) {
        sinceTag++;
        sinceRow++;
        if (c == '<') {
            sinceTag = 0;
            isInTag = true;
        } else if (c == '>') {
            isInTag = false;
        } else if (c == 'w' && seen('o', 'r')) {
            sinceRow = 0;
        } else if (c == '"' || c == '\'') {
            hasIsoDates |= isInTag && (last == ISO_DATE || last == ISO_DATE_IN_SINGLE_QUOTES);
            // After r= an address follows, such as AB12.
            letters = isInTag && seen('=', 'r') && (last >> 16 & 0xFF) <= ' ' ? 0 : -1;
        } else if (letters >= 0) {
            letters = Character.isLetter(c) ? letters + 1 : -1;
        }
        last = last << 8 | c & 0xFF;
        return sinceTag <= LONGEST_TEXT && letters <= MOST_LETTERS && (sinceRow <= LONGEST_ROW || !isSheet);
    }

    private boolean seen(char before, char beforeThat) {
        return (last & 0xFF) == before && (last >> 8 & 0xFF) == beforeThat;
    }
}

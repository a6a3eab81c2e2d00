package io.siyu.platform.sql;

import io.siyu.platform.text.UtcText;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;

/**
 * Rows as LOAD DATA reads them by its standard settings: fields behind tabs, rows behind line ends, a backslash before
 * what means something else. Text is in UTF-8, bytes are as they are, for which the statement must say CHARACTER SET binary.
 */
final class LoadText {
    private static final int PART = 1 << 17;

    /**
     * Parts to be used again, at most eight megabytes. A large import has dozens of them on the way at any time: new ones
     * would be half of what the collector has to move, again and again.
     */
    private static final Queue<byte[]> FREE = new ArrayBlockingQueue<>(64);

    private final List<byte[]> used = new ArrayList<>();
    private final List<InputStream> parts = new ArrayList<>();
    /** Where numbers and times are written before their signs go into the bytes. */
    private final StringBuilder scratch = new StringBuilder();

    private final UtcText times = new UtcText();
    private byte[] bytes = part(PART);
    private int length;

    /** @param row of values that are null, text, numbers, booleans, enums, days, instants or bytes */
    void add(Object[] row) {
        for (int i = 0; i < row.length; i++) {
            if (i > 0) {
                put('\t');
            }
            value(row[i]);
        }
        put('\n');
    }

    /** All rows, once. */
    InputStream read() {
        finishPart();
        return new SequenceInputStream(Collections.enumeration(parts));
    }

    /** Nobody reads from it any more. */
    void release() {
        used.stream().filter(part -> part.length == PART).forEach(FREE::offer);
        used.clear();
        parts.clear();
    }

    private static byte[] part(int length) {
        byte[] free = length == PART ? FREE.poll() : null;
        return free == null ? new byte[length] : free;
    }

    private void value(Object value) {
        if (value == null) {
            put('\\');
            put('N');
        } else if (value instanceof byte[] some) {
            escaped(some);
        } else if (value instanceof Boolean flag) {
            put(flag ? '1' : '0');
        } else if (value instanceof Instant instant) {
            // With a T in the middle, which both databases read.
            scratch.setLength(0);
            times.append(instant, scratch);
            ascii(scratch);
        } else if (value instanceof Long number) {
            scratch.setLength(0);
            ascii(scratch.append(number.longValue()));
        } else if (value instanceof BigDecimal number) {
            ascii(number.toPlainString());
        } else if (value instanceof Enum<?> constant) {
            ascii(constant.name());
        } else if (value instanceof Number || value instanceof LocalDate) {
            ascii(value.toString());
        } else {
            text(value.toString());
        }
    }

    /** Signs of which none means anything else. */
    private void ascii(CharSequence signs) {
        makeRoom(signs.length());
        for (int i = 0; i < signs.length(); i++) {
            bytes[length++] = (byte) signs.charAt(i);
        }
    }

    private void text(String text) {
        escaped(text.getBytes(StandardCharsets.UTF_8));
    }

    private void escaped(byte[] some) {
        makeRoom(2 * some.length);
        for (byte one : some) {
            switch (one) {
                case '\\' -> escape('\\');
                case '\t' -> escape('t');
                case '\n' -> escape('n');
                case 0 -> escape('0');
                default -> bytes[length++] = one;
            }
        }
    }

    private void escape(char sign) {
        bytes[length++] = '\\';
        bytes[length++] = (byte) sign;
    }

    private void put(char sign) {
        makeRoom(1);
        bytes[length++] = (byte) sign;
    }

    private void makeRoom(int more) {
        if (length + more > bytes.length) {
            finishPart();
            bytes = part(Math.max(PART, more));
        }
    }

    private void finishPart() {
        parts.add(new ByteArrayInputStream(bytes, 0, length));
        used.add(bytes);
        length = 0;
    }
}

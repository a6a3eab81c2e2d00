package io.siyu.platform.sql;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * Rows as LOAD DATA reads them by its standard settings: fields behind tabs, rows behind line ends, a backslash before
 * what means something else. Text is in UTF-8, bytes are as they are, for which the statement must say CHARACTER SET binary.
 */
final class LoadText {
    private static final int BYTES_A_ROW = 256;

    private byte[] bytes;
    private int length;
    private Instant latest;
    private byte[] latestAsText;

    LoadText(int rows) {
        bytes = new byte[Math.max(1, rows) * BYTES_A_ROW];
    }

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

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
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
            plain(textOf(instant));
        } else if (value instanceof BigDecimal number) {
            plain(utf8(number.toPlainString()));
        } else if (value instanceof Enum<?> constant) {
            plain(utf8(constant.name()));
        } else if (value instanceof Number number) {
            plain(utf8(number.toString()));
        } else {
            escaped(utf8(value.toString()));
        }
    }

    /** With a T in the middle, which both databases read. Neighbours often have the same one: now. */
    private byte[] textOf(Instant instant) {
        if (!instant.equals(latest)) {
            latest = instant;
            latestAsText = utf8(LocalDateTime.ofInstant(instant, ZoneOffset.UTC).toString());
        }
        return latestAsText;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void plain(byte[] some) {
        makeRoom(some.length);
        System.arraycopy(some, 0, bytes, length, some.length);
        length += some.length;
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
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
        }
    }
}

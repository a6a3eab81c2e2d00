package io.siyu.order.file.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A window over the bytes of a text, which begins at a row and grows line by line. Offsets count from the row's beginning,
 * for the bytes move as more are loaded. Line ends look the same in UTF-8 and GB18030: no part of another character has
 * their value.
 */
final class ByteLines implements Closeable {
    static final int LONGEST_LINE = 1 << 18;
    static final int TOO_LONG = -1;

    private final InputStream in;
    private byte[] bytes = new byte[1 << 17];
    private int start;
    private int end;

    ByteLines(InputStream in) {
        this.in = in;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Where in {@link #bytes()} the row begins. */
    int start() {
        return start;
    }

    /** Whether there is anything at the offset. */
    boolean has(int offset) throws IOException {
        return start + offset < end || load() && start + offset < end;
    }

    /** The offset of the end of the line that goes on at the offset, or {@link #TOO_LONG}. */
    int endOfLine(int offset) throws IOException {
        int i = start + offset;
        while (true) {
            while (i < end && bytes[i] != '\n' && bytes[i] != '\r') {
                i++;
            }
            if (i < end) {
                return i - start;
            }
            int seen = i - start;
            if (seen - offset > LONGEST_LINE) {
                return TOO_LONG;
            }
            if (!load()) {
                return seen;
            }
            i = start + seen;
        }
    }

    /** The offset of the next line, given where this one ends. */
    int nextLine(int endOfLine) throws IOException {
        if (!has(endOfLine)) {
            return endOfLine;
        }
        boolean isReturn = bytes[start + endOfLine] == '\r';
        int next = endOfLine + 1;
        return isReturn && has(next) && bytes[start + next] == '\n' ? next + 1 : next;
    }

    /** The row that begins at the offset is the next one. */
    void moveTo(int offset) {
        start += offset;
    }

    /** Goes behind a line that is too long to be kept. */
    void skipLine() throws IOException {
        int at;
        while ((at = endOfLine(0)) == TOO_LONG) {
            start = end;
        }
        moveTo(nextLine(at));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean load() throws IOException {
        if (start > 0) {
            System.arraycopy(bytes, start, bytes, 0, end - start);
            end -= start;
            start = 0;
        }
        if (end == bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        int read = in.read(bytes, end, bytes.length - end);
        end += Math.max(0, read);
        return read > 0;
    }
}

package io.siyu.order.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The physical lines of a text, with the possibility to give some back. No line is kept beyond a limit. */
final class CsvLines implements Closeable {
    static final int LONGEST_LINE = 1 << 18;

    private final Reader reader;
    private final Deque<String> returned = new ArrayDeque<>();
    private final char[] buffer = new char[1 << 16];
    private int position;
    private int end;

    CsvLines(Reader reader) {
        this.reader = reader;
    }

    /** The next line without its end; what is longer than the limit is cut off. Null at the end of the text. */
    String next() throws IOException {
        if (!returned.isEmpty()) {
            return returned.removeFirst();
        }
        StringBuilder line = null;
        while (position < end || fill()) {
            int start = position;
            while (position < end && buffer[position] != '\n' && buffer[position] != '\r') {
                position++;
            }
            line = append(line, start);
            if (position < end) {
                skipLineEnd();
                return line.toString();
            }
        }
        return line == null ? null : line.toString();
    }

    /** Gives lines back, so that they come again in this order. */
    void giveBack(List<String> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            returned.addFirst(lines.get(i));
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private StringBuilder append(StringBuilder line, int start) {
        StringBuilder text = line == null ? new StringBuilder(position - start) : line;
        int room = LONGEST_LINE + 1 - text.length();
        return text.append(buffer, start, Math.min(room, position - start));
    }

    private void skipLineEnd() throws IOException {
        boolean wasReturn = buffer[position++] == '\r';
        if (wasReturn && (position < end || fill()) && buffer[position] == '\n') {
            position++;
        }
    }

    private boolean fill() throws IOException {
        position = 0;
        end = Math.max(0, reader.read(buffer, 0, buffer.length));
        return end > 0;
    }
}

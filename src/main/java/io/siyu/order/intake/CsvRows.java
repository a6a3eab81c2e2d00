package io.siyu.order.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads comma-separated rows one at a time. Unlike a strict parser it does not lose its way: a quote that is opened and
 * never closed costs the row it stands in, and reading goes on with the next line. A quote inside an unquoted cell is
 * text, as in {@code ="123"}.
 */
final class CsvRows implements Closeable {
    private static final int MOST_LINES_A_ROW = 200;
    private static final String UNCLOSED = "A quote is opened and not closed.";
    private static final String AFTER_QUOTE = "There is text after a closing quote.";
    private static final String TOO_LONG = "The line is too long.";

    private final CsvLines lines;
    private final char separator;
    private int expectedCells;
    private long number;

    /** @param problem why the row cannot be read, null if it can */
    record CsvRow(long number, List<String> cells, String problem) {
        boolean isBlank() {
            return problem == null
                    && cells.stream().allMatch(cell -> Cells.strip(cell).isEmpty());
        }
    }

    CsvRows(Reader reader, char separator) {
        this.lines = new CsvLines(reader);
        this.separator = separator;
    }

    /** A row over several lines that has another number of cells has a wrong quote somewhere: only its first line goes. */
    void expectCells(int cells) {
        expectedCells = cells;
    }

    /** Null at the end. */
    CsvRow next() throws IOException {
        String first = lines.next();
        if (first == null) {
            return null;
        }
        number++;
        List<String> more = new ArrayList<>();
        List<String> cells = new ArrayList<>(Math.max(16, expectedCells));
        String problem = first.length() > CsvLines.LONGEST_LINE ? TOO_LONG : split(first, cells, more);
        if (problem == null && !more.isEmpty() && expectedCells > 0 && cells.size() != expectedCells) {
            problem = UNCLOSED;
        }
        if (problem != null) {
            lines.giveBack(more);
        }
        return new CsvRow(number, cells, problem);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    /**
     * Splits a line into cells, reading on where a quoted cell goes over its end.
     *
     * @param more takes the lines that were read on
     * @return what is wrong, or null
     */
    private String split(String first, List<String> cells, List<String> more) throws IOException {
        String line = first;
        int i = 0;
        while (true) {
            if (i < line.length() && line.charAt(i) == '"') {
                Quoted cell = quoted(line, i + 1, more);
                if (cell == null) {
                    return UNCLOSED;
                }
                cells.add(cell.text());
                line = cell.line();
                i = cell.end();
                if (i < line.length() && line.charAt(i) != separator) {
                    return AFTER_QUOTE;
                }
            } else {
                int cut = line.indexOf(separator, i);
                cells.add(line.substring(i, cut < 0 ? line.length() : cut));
                i = cut < 0 ? line.length() : cut;
            }
            if (i == line.length()) {
                return null;
            }
            i++;
        }
    }

    /**
     * A quoted cell.
     *
     * @param line the line that it ends in
     * @param end the place behind its closing quote
     */
    private record Quoted(String text, String line, int end) {}

    /** Null if the quote is not closed. */
    private Quoted quoted(String first, int from, List<String> more) throws IOException {
        StringBuilder text = new StringBuilder();
        String line = first;
        int close = closingQuote(line, from, text);
        while (close < 0) {
            line = lines.next();
            if (line == null) {
                return null;
            }
            more.add(line);
            if (more.size() > MOST_LINES_A_ROW) {
                return null;
            }
            text.append('\n');
            close = closingQuote(line, 0, text);
        }
        return new Quoted(text.toString(), line, close + 1);
    }

    /** Appends the quoted text from here on; where its closing quote is, or -1 if it goes on in the next line. */
    private static int closingQuote(String line, int from, StringBuilder quoted) {
        int i = from;
        while (i < line.length()) {
            char c = line.charAt(i);
            if (c != '"') {
                quoted.append(c);
            } else if (i + 1 < line.length() && line.charAt(i + 1) == '"') {
                quoted.append('"');
                i++;
            } else {
                return i;
            }
            i++;
        }
        return -1;
    }
}

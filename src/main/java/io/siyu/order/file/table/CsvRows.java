package io.siyu.order.file.table;

import io.siyu.order.Reason;
import io.siyu.order.ReasonCode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;

/**
 * Reads delimited rows of any size of file. It differs from a parser of a library in two things. A wrong quote costs the
 * row it stands in and nothing more, where a parser that is fed a whole file loses its way behind a quote that is never
 * closed. And only wanted cells become text, which for exports of sixty columns is most of the work. A quote inside an
 * unquoted cell is text, as in {@code ="123"}.
 */
final class CsvRows implements TableRows {
    private static final int MOST_LINES_A_ROW = 200;
    private static final int MOST_CELLS = 16_384;
    /** Of a row that is only damaged. */
    private static final int MOST_CELLS_MISSING = 2;

    /** What numbers and moments are written with. */
    private static final String FIGURES = "0123456789-/: .'\t";
    /** Of rows that are told from texts of several lines. */
    private static final int FEWEST_CELLS = 3;

    private static final Reason UNCLOSED = ReasonCode.QUOTE_NOT_CLOSED.with();
    private static final Reason AFTER_QUOTE = ReasonCode.TEXT_BEHIND_QUOTE.with();
    private static final Reason TOO_LONG = ReasonCode.LINE_TOO_LONG.with();
    private static final Reason TOO_WIDE = ReasonCode.TOO_WIDE.with(MOST_CELLS);

    private final ByteLines lines;
    private final byte separator;
    private final CellText decoder;
    private final Charset charset;
    private RowShape shape;
    private long number;

    // The row that is being read.
    private String[] cells;
    private int width;
    private int filled;
    private int lastFrom;
    private int lastTo;
    private int endOfLine;
    private int linesRead;
    private RawRow.Flaw flaw;

    CsvRows(InputStream in, Charset charset, char separator) {
        this.lines = new ByteLines(in);
        this.charset = charset;
        this.decoder = new CellText(charset);
        this.separator = (byte) separator;
    }

    @Override
    public void expect(RowShape expected) {
        shape = expected;
    }

    @Override
    public RawRow next() throws IOException {
        if (!lines.has(0)) {
            return null;
        }
        number++;
        begin();
        int firstEnd = lines.endOfLine(0);
        if (firstEnd == ByteLines.TOO_LONG) {
            lines.skipLine();
            return unreadable(TOO_LONG);
        }
        endOfLine = firstEnd;
        Reason problem = readCells();
        if (problem != null || linesRead > 1 && (hasOddWidth() || hasSwallowedRows())) {
            // The lines that were read on come again by themselves.
            lines.moveTo(lines.nextLine(firstEnd));
            return unreadable(linesRead > 1 ? UNCLOSED : problem);
        }
        int figures = figures();
        boolean isEnded = lines.has(endOfLine);
        lines.moveTo(lines.nextLine(endOfLine));
        String[] row = shape == null ? Arrays.copyOf(cells, width) : cells;
        return new RawRow(number, Arrays.asList(row), width, filled, isEnded, figures, flaw);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private void begin() {
        cells = new String[shape == null ? 0 : shape.most()];
        width = 0;
        filled = 0;
        linesRead = 1;
        flaw = null;
    }

    /** What is wrong with the row, or null. */
    private Reason readCells() throws IOException {
        int at = 0;
        while (true) {
            if (at < endOfLine && lines.bytes()[lines.start() + at] == '"') {
                int close = closingQuote(at + 1);
                if (close < 0) {
                    return UNCLOSED;
                }
                take(at + 1, close, true);
                at = behindBlanks(close + 1);
                if (at < endOfLine && lines.bytes()[lines.start() + at] != separator) {
                    return AFTER_QUOTE;
                }
            } else {
                int end = endOfCell(at);
                take(at, end, false);
                at = end;
            }
            if (at >= endOfLine) {
                return null;
            }
            if (width >= MOST_CELLS) {
                return TOO_WIDE;
            }
            at++;
        }
    }

    private int endOfCell(int at) {
        byte[] bytes = lines.bytes();
        int i = lines.start() + at;
        int end = lines.start() + endOfLine;
        while (i < end && bytes[i] != separator) {
            i++;
        }
        return i - lines.start();
    }

    /** The offset of the quote that closes the cell, lines further down if need be, or -1 if there is none. */
    private int closingQuote(int from) throws IOException {
        int i = from;
        while (true) {
            byte[] bytes = lines.bytes();
            int start = lines.start();
            while (i < endOfLine && bytes[start + i] != '"') {
                i++;
            }
            if (i < endOfLine) {
                if (i + 1 >= endOfLine || bytes[start + i + 1] != '"') {
                    return i;
                }
                i += 2;
            } else {
                i = lines.nextLine(endOfLine);
                if (++linesRead > MOST_LINES_A_ROW || !lines.has(i)) {
                    return -1;
                }
                endOfLine = lines.endOfLine(i);
                if (endOfLine == ByteLines.TOO_LONG) {
                    return -1;
                }
            }
        }
    }

    private int behindBlanks(int at) {
        int i = at;
        while (i < endOfLine && lines.bytes()[lines.start() + i] == ' ') {
            i++;
        }
        return i;
    }

    private void take(int from, int to, boolean isQuoted) {
        int position = width++;
        lastFrom = from;
        lastTo = to;
        byte[] bytes = lines.bytes();
        int start = lines.start() + from;
        int end = lines.start() + to;
        if (!isBlank(bytes, start, end)) {
            filled = width;
        }
        boolean isWanted = shape == null || shape.wanted().get(position);
        boolean isChecked = shape != null && shape.isChecked();
        if (!isWanted && (!isChecked || CellText.isAscii(bytes, start, end))) {
            return;
        }
        String text = start == end ? "" : decoder.decode(bytes, start, end);
        if (text == null) {
            flaw = new RawRow.Flaw(position, ReasonCode.CELL_DAMAGED.with(charset.name()));
            text = "";
        }
        if (isWanted) {
            if (position >= cells.length) {
                cells = Arrays.copyOf(cells, 2 * width);
            }
            cells[position] = isQuoted && text.indexOf('"') >= 0 ? text.replace("\"\"", "\"") : text;
        }
    }

    private int figures() {
        for (int i = lastFrom; i < lastTo; i++) {
            if (FIGURES.indexOf(lines.bytes()[lines.start() + i]) < 0) {
                return -1;
            }
        }
        return lastTo - lastFrom;
    }

    private static boolean isBlank(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0 || bytes[i] > ' ') {
                return false;
            }
        }
        return true;
    }

    /** A row over several lines that has far too few or too many cells has a wrong quote somewhere. */
    private boolean hasOddWidth() {
        return shape != null && (width + MOST_CELLS_MISSING < shape.least() || filled > shape.most());
    }

    /** Each of its lines has cells enough for a row: a quote was opened in one row and closed in another. */
    private boolean hasSwallowedRows() {
        if (shape == null || shape.most() <= FEWEST_CELLS) {
            return false;
        }
        byte[] bytes = lines.bytes();
        int cellsOfLine = 1;
        int end = lines.start() + endOfLine;
        for (int i = lines.start(); i < end; i++) {
            if (bytes[i] == separator) {
                cellsOfLine++;
            } else if (bytes[i] == '\n' || bytes[i] == '\r' && bytes[i + 1] != '\n') {
                if (cellsOfLine < shape.most()) {
                    return false;
                }
                cellsOfLine = 1;
            }
        }
        return cellsOfLine >= shape.most();
    }

    private RawRow unreadable(Reason problem) {
        return new RawRow(number, List.of(), 0, 0, true, -1, new RawRow.Flaw(-1, problem));
    }
}

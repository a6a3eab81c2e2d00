package io.siyu.order.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads comma-separated rows one at a time. A parser that is fed a whole file loses its way behind a quote that is opened
 * and never closed; so each row is put together from its lines here and parsed by itself, and a wrong quote costs the row
 * it stands in and nothing more. A quote inside an unquoted cell is text, as in {@code ="123"}.
 */
final class CsvRows implements Closeable {
    private static final int MOST_LINES_A_ROW = 200;
    private static final String UNCLOSED = "A quote is opened and not closed.";
    private static final String AFTER_QUOTE = "There is text after a closing quote.";
    private static final String TOO_LONG = "The line is too long.";

    private final CsvLines lines;
    private final CsvReader.CsvReaderBuilder parser;
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
        this.parser = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
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
        if (first.length() > CsvLines.LONGEST_LINE) {
            return unreadable(TOO_LONG);
        }
        try {
            return new CsvRow(number, cells(first), null);
        } catch (CsvParseException e) {
            return hasOpenQuote(first) ? overSeveralLines(first) : unreadable(AFTER_QUOTE);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    /** Reads on until the quote is closed. If that makes no row, the lines read on come again by themselves. */
    private CsvRow overSeveralLines(String first) throws IOException {
        StringBuilder text = new StringBuilder(first);
        List<String> more = new ArrayList<>();
        boolean isOpen = true;
        String line;
        while (isOpen && more.size() < MOST_LINES_A_ROW && (line = lines.next()) != null) {
            more.add(line);
            text.append('\n').append(line);
            isOpen ^= hasOpenQuote(line);
        }
        if (!isOpen) {
            try {
                List<String> cells = cells(text.toString());
                if (expectedCells == 0 || cells.size() == expectedCells) {
                    return new CsvRow(number, cells, null);
                }
            } catch (CsvParseException e) {
                lines.giveBack(more);
                return unreadable(AFTER_QUOTE);
            }
        }
        lines.giveBack(more);
        return unreadable(UNCLOSED);
    }

    private List<String> cells(String row) {
        return row.isEmpty() ? List.of("") : parser.ofSingleCsvRecord(row).getFields();
    }

    private CsvRow unreadable(String problem) {
        return new CsvRow(number, List.of(), problem);
    }

    private static boolean hasOpenQuote(String line) {
        return line.chars().filter(c -> c == '"').count() % 2 == 1;
    }
}

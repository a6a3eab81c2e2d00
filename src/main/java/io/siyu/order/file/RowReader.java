package io.siyu.order.file;

import io.siyu.order.IntakeTerms;
import io.siyu.order.Reason;
import io.siyu.order.ReasonCode;
import io.siyu.order.file.cell.Cells;
import io.siyu.order.file.cell.Column;
import io.siyu.order.file.cell.Header;
import io.siyu.order.file.row.Reject;
import io.siyu.order.file.row.RejectedRowException;
import io.siyu.order.file.row.RowWidths;
import io.siyu.order.file.row.SheetRow;
import io.siyu.order.file.table.RawRow;
import io.siyu.order.file.table.TableRows;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Reads the rows of a file that are not blank, each with the number of the order it belongs to. */
final class RowReader implements Closeable {
    private final OrderFormat format;
    private final Header header;
    private final IntakeTerms terms;
    private final TableRows rows;
    private final int numberPosition;
    private final String numberName;
    private final int lastRequired;
    private final RowWidths widths;
    /** Null where rows are only counted. */
    private final FileSurvey survey;

    private final Deque<RawRow> block = new ArrayDeque<>();
    private RawRow ahead;
    private int expectedWidth;
    private long rowsRead;

    /**
     * A row and the order it belongs to, or why it has none.
     *
     * @param row null with a reject
     */
    record Entry(long number, SheetRow row, String orderNo, Reject reject) {}

    /** Takes rows of any width, and notes how wide they are. */
    RowReader(OrderFile file, IntakeTerms terms, TableRows rows) throws IOException {
        this(file, terms, rows, new RowWidths(file.header(), file.headerRow()), null);
    }

    /** @param survey what is known of all rows, by which odd ones are rejected */
    RowReader(OrderFile file, IntakeTerms terms, TableRows rows, FileSurvey survey) throws IOException {
        this(file, terms, rows, survey.widths(), survey);
    }

    private RowReader(OrderFile file, IntakeTerms terms, TableRows rows, RowWidths widths, FileSurvey survey)
            throws IOException {
        this.format = file.format();
        this.header = file.header();
        this.terms = terms;
        this.rows = rows;
        this.numberPosition = header.position(format.numberColumn());
        this.numberName = Cells.clean(header.name(numberPosition));
        this.lastRequired = format.columns().stream()
                .filter(Column::isRequired)
                .mapToInt(header::position)
                .max()
                .orElse(-1);
        this.widths = widths;
        this.survey = survey;
        this.ahead = nextFilled();
    }

    /** Null at the end of the file. */
    Entry next() throws IOException {
        if (block.isEmpty()) {
            readBlock();
        }
        RawRow raw = block.poll();
        if (raw == null) {
            return null;
        }
        rowsRead++;
        return entry(raw);
    }

    /** Of the rows that have been read. */
    RowWidths widths() {
        return widths;
    }

    private void readBlock() throws IOException {
        long number = ahead == null ? 0 : RowWidths.block(ahead.number());
        while (ahead != null && RowWidths.block(ahead.number()) == number) {
            block.add(ahead);
            ahead = nextFilled();
        }
        if (survey != null) {
            expectedWidth = widths.areAllOdd() ? header.width() : widths.expected(block);
        } else {
            widths.add(block);
        }
    }

    private RawRow nextFilled() throws IOException {
        RawRow raw;
        do {
            raw = rows.next();
        } while (raw != null && (raw.isBlank() || isHeaderAgain(raw)));
        return raw;
    }

    /** How many rows that are not blank have been read, the header not counted. */
    long rowsRead() {
        return rowsRead;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    private Entry entry(RawRow raw) {
        if (raw.flaw() != null) {
            String column = header.name(raw.flaw().position());
            return rejected(
                    raw, Reject.of(raw.number(), column, null, raw.flaw().reason()));
        }
        Reason oddity = survey != null ? oddityOf(raw) : null;
        if (oddity != null) {
            return rejected(raw, Reject.of(raw.number(), null, null, oddity));
        }
        SheetRow row = new SheetRow(raw.number(), header, raw.cells(), terms);
        try {
            String orderNo = format.orderNo(row);
            if (survey != null) {
                refuseRounded(row, orderNo);
            }
            return new Entry(raw.number(), row, orderNo, null);
        } catch (RejectedRowException e) {
            return rejected(raw, e.at(raw.number()));
        }
    }

    private void refuseRounded(SheetRow row, String orderNo) {
        if (survey.isRounded(orderNo)) {
            throw row.rejected(format.numberColumn(), orderNo, ReasonCode.ROUNDED_ORDER_NUMBER);
        }
        Column buyer = format.buyerColumn().orElse(null);
        if (buyer != null && survey.isRoundedBuyer(row.text(buyer))) {
            throw row.rejected(buyer, null, ReasonCode.ROUNDED_BUYER);
        }
    }

    private static Entry rejected(RawRow raw, Reject reject) {
        return new Entry(raw.number(), null, null, reject);
    }

    /** What is wrong with the number of cells, or null. */
    private Reason oddityOf(RawRow raw) {
        int width = header.width();
        boolean isUsual = raw.width() == expectedWidth || raw.width() <= width && widths.areTrimmed();
        if (!raw.isEnded() && raw.width() < width && raw.width() != expectedWidth || widths.isCutShort(raw)) {
            return ReasonCode.ROW_BREAKS_OFF.with();
        }
        return raw.filled() > width || !isUsual && !isTrimmed(raw)
                ? ReasonCode.WRONG_WIDTH.with(raw.width(), width)
                : null;
    }

    /** Whether only its last required cell is also its last one: in a shifted row that would be another. */
    private boolean isTrimmed(RawRow raw) {
        return format.showsShifts() && raw.isEnded() && raw.width() == raw.filled() && raw.width() == lastRequired + 1;
    }

    /** Files that were put together of several have the header again in between. */
    private boolean isHeaderAgain(RawRow raw) {
        String cell = numberPosition < raw.cells().size() ? raw.cells().get(numberPosition) : null;
        return cell != null && cell.contains(numberName) && Cells.clean(cell).equals(numberName);
    }
}

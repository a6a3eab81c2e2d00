package io.siyu.order.file;

import io.siyu.order.Reason;
import io.siyu.order.ReasonCode;
import io.siyu.order.file.table.RawRow;
import io.siyu.order.file.table.TableRows;

import java.io.Closeable;
import java.io.IOException;
import java.time.ZoneId;

/** Reads the rows of a file that are not blank, each with the number of the order it belongs to. */
final class RowReader implements Closeable {
    /** Excel leaves the empty cells out at the ends of as many rows at a time. */
    private static final int ROWS_A_BLOCK = 16;

    private final OrderFormat format;
    private final Header header;
    private final ZoneId zone;
    private final TableRows rows;
    private final int numberPosition;
    private final String numberName;
    private RawRow before;
    private RawRow ahead;
    private int usualWidth;
    private long rowsRead;

    /**
     * A row and the order it belongs to, or why it has none.
     *
     * @param row null with a reject
     */
    record Entry(long number, Row row, String orderNo, Reject reject) {}

    RowReader(OrderFile file, ZoneId zone, TableRows rows) throws IOException {
        this.format = file.format();
        this.header = file.header();
        this.zone = zone;
        this.rows = rows;
        this.numberPosition = header.position(format.numberColumn());
        this.numberName = Cells.clean(header.name(numberPosition));
        this.ahead = nextFilled();
    }

    /** Null at the end of the file. */
    Entry next() throws IOException {
        RawRow raw = ahead;
        if (raw == null) {
            return null;
        }
        ahead = nextFilled();
        rowsRead++;
        Entry entry = entry(raw);
        before = raw;
        return entry;
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
        Reason oddity = oddityOf(raw);
        if (oddity != null) {
            return rejected(raw, Reject.of(raw.number(), null, null, oddity));
        }
        Row row = new Row(raw.number(), header, raw.cells(), zone);
        try {
            return new Entry(raw.number(), row, format.orderNo(row), null);
        } catch (RejectedRowException e) {
            return rejected(raw, e.at(raw.number()));
        }
    }

    private static Entry rejected(RawRow raw, Reject reject) {
        return new Entry(raw.number(), null, null, reject);
    }

    /**
     * What is wrong with the number of cells, or null. Empty cells may be missing at the end, as spreadsheets leave them
     * out; and all rows may have some too many. One that alone has more or less than the others was shifted.
     */
    private Reason oddityOf(RawRow raw) {
        int width = header.width();
        boolean isLikeNext = ahead == null || ahead.flaw() != null || ahead.width() == raw.width();
        if (usualWidth == 0 && raw.width() >= width && raw.filled() <= width && isLikeNext) {
            usualWidth = raw.width();
        }
        if (raw.width() < width && !raw.isEnded()) {
            return ReasonCode.ROW_BREAKS_OFF.with();
        }
        boolean isTooNarrow = raw.width() < header.wanted().length() || lacksACell(raw);
        boolean isTooWide = raw.filled() > width || raw.width() > Math.max(width, usualWidth);
        return isTooNarrow || isTooWide ? ReasonCode.WRONG_WIDTH.with(raw.width(), width) : null;
    }

    /** Whether the row is narrower than the header though those around it have even their empty cells. */
    private boolean lacksACell(RawRow raw) {
        if (raw.width() >= header.width()) {
            return false;
        }
        boolean isBeginningOfABlock = raw.number() % ROWS_A_BLOCK == 1;
        return before == null
                ? ahead != null && hasEmptyEnd(ahead)
                : hasEmptyEnd(before) && (ahead == null ? !isBeginningOfABlock : hasEmptyEnd(ahead));
    }

    private boolean hasEmptyEnd(RawRow row) {
        return row.flaw() == null && row.width() >= header.width() && row.filled() < row.width();
    }

    /** Files that were put together of several have the header again in between. */
    private boolean isHeaderAgain(RawRow raw) {
        String cell = numberPosition < raw.cells().size() ? raw.cells().get(numberPosition) : null;
        return cell != null && cell.contains(numberName) && Cells.clean(cell).equals(numberName);
    }
}

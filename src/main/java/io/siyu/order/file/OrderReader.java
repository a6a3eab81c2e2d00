package io.siyu.order.file;

import java.io.Closeable;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads a file's orders one at a time, and says of what is no order why. */
public final class OrderReader implements Closeable {
    private static final int MOST_ROWS_AN_ORDER = 500;

    private final OrderFormat format;
    private final Header header;
    private final ZoneId zone;
    private final CsvRows rows;
    private Entry held;
    private long rowsRead;

    /** A row and the order it belongs to, or why it has none. */
    record Entry(Row row, String orderNo, Reject reject) {}

    /**
     * What was read: an order or a reject, never both.
     *
     * @param row the first row of the order
     */
    public record Item(long row, IncomingOrder order, Reject reject) {}

    /** @param zone the shop's, for times without an offset */
    public OrderReader(OrderFile file, ZoneId zone) throws IOException {
        this.format = file.format();
        this.header = file.header();
        this.zone = zone;
        this.rows = file.open();
    }

    /** Null at the end of the file. */
    public Item next() throws IOException {
        Entry first = nextEntry();
        if (first == null) {
            return null;
        }
        if (first.reject() != null) {
            return new Item(first.reject().row(), null, first.reject());
        }
        long number = first.row().number();
        try {
            return new Item(number, format.read(gather(first)), null);
        } catch (RejectedRowException e) {
            return new Item(number, null, e.at(number));
        }
    }

    /** The next row with its order number only; for a first look over the file. */
    Entry nextEntry() throws IOException {
        if (held != null) {
            Entry entry = held;
            held = null;
            return entry;
        }
        CsvRows.CsvRow raw;
        do {
            raw = rows.next();
        } while (raw != null && raw.isBlank());
        if (raw == null) {
            return null;
        }
        rowsRead++;
        return entry(raw);
    }

    /** How many rows that are not blank have been read, the header not counted. */
    public long rowsRead() {
        return rowsRead;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    private List<Row> gather(Entry first) throws IOException {
        List<Row> order = new ArrayList<>(List.of(first.row()));
        if (!format.manyRowsAnOrder()) {
            return order;
        }
        int size = 1;
        while ((held = nextEntry()) != null && Objects.equals(held.orderNo(), first.orderNo())) {
            if (++size <= MOST_ROWS_AN_ORDER) {
                order.add(held.row());
            }
            held = null;
        }
        if (size > MOST_ROWS_AN_ORDER) {
            throw new RejectedRowException(
                    null, null, "The order has " + size + " rows; at most " + MOST_ROWS_AN_ORDER + " are read.");
        }
        return order;
    }

    private Entry entry(CsvRows.CsvRow raw) {
        if (raw.problem() != null) {
            return new Entry(null, null, Reject.of(raw.number(), null, null, raw.problem()));
        }
        if (hasWrongWidth(raw.cells())) {
            String reason = "The row has " + raw.cells().size() + " cells, the header " + header.width() + ".";
            return new Entry(null, null, Reject.of(raw.number(), null, null, reason));
        }
        Row row = new Row(raw.number(), header, raw.cells(), zone);
        try {
            return new Entry(row, format.orderNo(row), null);
        } catch (RejectedRowException e) {
            return new Entry(null, null, e.at(raw.number()));
        }
    }

    private boolean hasWrongWidth(List<String> cells) {
        return cells.size() < header.width()
                || cells.stream().skip(header.width()).anyMatch(cell -> !cell.isBlank());
    }
}

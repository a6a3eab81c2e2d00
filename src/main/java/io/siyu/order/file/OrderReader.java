package io.siyu.order.file;

import io.siyu.order.IntakeTerms;
import io.siyu.order.Reason;
import io.siyu.order.ReasonCode;
import io.siyu.order.file.row.Reject;
import io.siyu.order.file.row.SheetRow;
import io.siyu.order.incoming.IncomingOrder;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a file's orders one at a time, and says of what is no order why. */
public final class OrderReader implements Closeable {
    private final OrderFormat format;
    private final RowReader rows;
    private final ScatteredOrders scattered;
    private final OrderItems items;
    private final String itemColumn;
    private final Deque<Item> ready = new ArrayDeque<>();
    private RowReader.Entry held;
    private long lastRow;

    /**
     * What was read: an order or a reject, never both.
     *
     * @param row a row of its own, which grows from item to item
     */
    public record Item(long row, IncomingOrder order, Reject reject) {
        /** What an order that is taken leaves open. */
        public Optional<Reject> warning() {
            ReasonCode warning = order == null ? null : order.warning();
            return Optional.ofNullable(warning).map(code -> Reject.of(row, null, order.orderNo(), code.with()));
        }
    }

    /** @param terms the shop's */
    public OrderReader(OrderFile file, IntakeTerms terms, FileSurvey survey) throws IOException {
        this.format = file.format();
        this.items = file.items() == null ? new OrderItems() : file.items().read(terms, survey::isRounded);
        this.itemColumn =
                file.items() == null ? "" : file.items().columns().orderNo().name();
        this.rows = new RowReader(file, terms, file.open(), survey);
        this.scattered = new ScatteredOrders(file, terms, survey);
    }

    /** Null at the end of the file. */
    public Item next() throws IOException {
        RowReader.Entry entry;
        while (ready.isEmpty() && (entry = nextEntry()) != null) {
            lastRow = Math.max(lastRow, entry.number());
            read(entry);
        }
        return ready.isEmpty() && items.areLeft() ? lostItem() : ready.poll();
    }

    /** Behind all orders, for in a sheet of their own rows have numbers that orders have as well. */
    private Item lostItem() {
        lastRow++;
        Reason reason = items.pollLeft().reason();
        return new Item(lastRow, null, Reject.of(lastRow, itemColumn, null, reason));
    }

    /**
     * How many rows that are not blank have been read, the header not counted. Less than there are for as long as
     * {@link #next} has anything to give: an import that has read them all is never read again.
     */
    public long rowsRead() {
        return rows.rowsRead() - (held == null ? 0 : 1) - (ready.isEmpty() && !items.areLeft() ? 0 : 1);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    private void read(RowReader.Entry entry) throws IOException {
        if (entry.reject() != null) {
            ready.add(new Item(entry.number(), null, entry.reject()));
        } else if (scattered.has(entry.orderNo())) {
            scattered.itemAt(entry).ifPresent(ready::add);
        } else {
            List<ItemSheet.Item> itsItems = items.take(entry.orderNo());
            format.apart(gather(entry)).stream()
                    .map(rows -> AssembledOrder.of(format, rows, itsItems))
                    .flatMap(OrderReader::items)
                    .sorted(Comparator.comparingLong(Item::row))
                    .forEach(ready::add);
        }
    }

    private static Stream<Item> items(AssembledOrder order) {
        return Stream.concat(
                order.rejects().stream().map(reject -> new Item(reject.row(), null, reject)),
                Stream.ofNullable(order.order()).map(good -> new Item(order.row(), good, null)));
    }

    private RowReader.Entry nextEntry() throws IOException {
        RowReader.Entry entry = held == null ? rows.next() : held;
        held = null;
        return entry;
    }

    private List<SheetRow> gather(RowReader.Entry first) throws IOException {
        if (!format.manyRowsAnOrder()) {
            return List.of(first.row());
        }
        List<SheetRow> order = new ArrayList<>(List.of(first.row()));
        while ((held = rows.next()) != null && Objects.equals(held.orderNo(), first.orderNo())) {
            if (order.size() < AssembledOrder.ROWS_KEPT) {
                order.add(held.row());
            }
        }
        return order;
    }
}

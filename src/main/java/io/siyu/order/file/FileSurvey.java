package io.siyu.order.file;

import io.siyu.order.IntakeTerms;
import io.siyu.order.ReasonCode;
import io.siyu.platform.numbers.LongHashMap;
import io.siyu.platform.numbers.LongHashSet;
import io.siyu.platform.problem.ErrorCode;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.LongConsumer;

/**
 * A first look over a file: how many rows it has, and which orders it has more than once. Where an order is one row, the
 * last good one counts, or the one that says it is the newest; where it is many, all rows of it count together wherever
 * they stand. So the result does not depend on how the file is sorted or cut into batches.
 */
public final class FileSurvey {
    private static final long NEVER = Long.MIN_VALUE;
    private static final int ROWS_A_WORD = 1000;

    private final boolean manyRowsAnOrder;
    private final int mostOrders;
    private final LongHashSet again = new LongHashSet();
    private final LongHashMap lastRows = new LongHashMap();
    private RowWidths widths;
    private long rows;
    private long orders;

    private FileSurvey(OrderFile file, int mostOrders) {
        this.manyRowsAnOrder = file.format().manyRowsAnOrder();
        this.mostOrders = mostOrders;
    }

    /**
     * @param mostOrders how many orders are remembered; one that the file has more than once counts twice
     * @param counted is told now and then how many rows there are so far
     * @throws io.siyu.platform.problem.ProblemException 413 if the file has more
     */
    public static FileSurvey of(OrderFile file, IntakeTerms terms, int mostOrders, LongConsumer counted)
            throws IOException {
        FileSurvey survey = new FileSurvey(file, mostOrders);
        survey.count(file, terms, counted);
        if (!survey.manyRowsAnOrder && survey.again.size() > 0) {
            survey.findLastRows(file, terms);
        }
        return survey;
    }

    /** How many rows are to be read, the header and blank ones not counted. */
    public long rows() {
        return rows;
    }

    /** How many cells the rows have. */
    RowWidths widths() {
        return widths;
    }

    /** Whether the same order comes again further down. */
    public boolean isSuperseded(OrderReader.Item item) {
        if (lastRows.isEmpty()) {
            return false;
        }
        long last = lastRows.get(OrderHash.of(item.order().orderNo()), item.row());
        return last != item.row();
    }

    /** Whether the order's rows stand apart. */
    boolean isScattered(String orderNo) {
        return manyRowsAnOrder && again.size() > 0 && again.contains(OrderHash.of(orderNo));
    }

    long rowsAnOrder() {
        return orders == 0 ? 1 : rows / orders;
    }

    private void count(OrderFile file, IntakeTerms terms, LongConsumer counted) throws IOException {
        try (RowReader reader = new RowReader(file, terms, file.openNumbers())) {
            LongHashSet seen = new LongHashSet();
            String before = null;
            RowReader.Entry entry;
            while ((entry = reader.next()) != null) {
                String orderNo = entry.orderNo();
                boolean goesOn = manyRowsAnOrder && orderNo != null && orderNo.equals(before);
                if (orderNo != null && !goesOn) {
                    long hash = OrderHash.of(orderNo);
                    if (!seen.add(hash)) {
                        again.add(hash);
                    }
                    refuseMoreThan(mostOrders, seen.size() + again.size());
                }
                before = orderNo;
                if (reader.rowsRead() % ROWS_A_WORD == 0) {
                    counted.accept(reader.rowsRead());
                }
            }
            rows = reader.rowsRead();
            widths = reader.widths();
            orders = seen.size();
        }
    }

    private static void refuseMoreThan(int most, int orders) {
        if (orders > most) {
            throw ErrorCode.TOO_LARGE.problem("file", "TooManyOrders", ReasonCode.TOO_MANY_ORDERS.with(most));
        }
    }

    /** Rows that say as of when they speak need not stand in that sequence. */
    private void findLastRows(OrderFile file, IntakeTerms terms) throws IOException {
        try (OrderReader reader = new OrderReader(file, terms, this)) {
            LongHashMap latest = new LongHashMap();
            OrderReader.Item item;
            while ((item = reader.next()) != null) {
                long hash = item.order() == null ? 0 : OrderHash.of(item.order().orderNo());
                if (item.order() != null && again.contains(hash)) {
                    Instant saidAt = item.order().sourceAt();
                    long at = saidAt == null ? NEVER : ChronoUnit.MICROS.between(Instant.EPOCH, saidAt);
                    if (at == NEVER || at >= latest.get(hash, NEVER)) {
                        lastRows.put(hash, item.row());
                        latest.put(hash, at);
                    }
                }
            }
        }
    }
}

package io.siyu.order.file;

import com.carrotsearch.hppc.LongHashSet;
import com.carrotsearch.hppc.LongLongHashMap;
import io.siyu.order.IntakeTerms;
import io.siyu.order.ReasonCode;
import io.siyu.order.file.row.OrderHash;
import io.siyu.order.file.row.RoundedNumbers;
import io.siyu.order.file.row.RowWidths;
import io.siyu.order.file.row.SheetRow;
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
    /** Enough to tell whether those of a file are rounded. */
    private static final int BUYERS_NOTED = 100_000;

    private final OrderFile file;
    private final IntakeTerms terms;
    private final boolean manyRowsAnOrder;
    private final int mostOrders;
    private final LongHashSet again = new LongHashSet();
    private final LongLongHashMap lastRows = new LongLongHashMap();
    private final RoundedNumbers numbers = RoundedNumbers.ofFile();
    private final RoundedNumbers buyers = RoundedNumbers.ofFile();
    /** Orders of several rows whose number may be a rounded one. */
    private final LongHashSet doubtful = new LongHashSet();

    private RowWidths widths;
    private long rows;
    private long orders;

    private FileSurvey(OrderFile file, IntakeTerms terms, int mostOrders) {
        this.file = file;
        this.terms = terms;
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
        FileSurvey survey = new FileSurvey(file, terms, mostOrders);
        survey.count(counted);
        if (survey.doubtful.size() > 0) {
            survey.compareDoubtful();
        }
        if (!survey.manyRowsAnOrder && survey.again.size() > 0) {
            survey.findLastRows();
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

    /** Whether a program has rounded the number of an order. */
    boolean isRounded(String orderNo) {
        return numbers.isRounded(orderNo);
    }

    /** Whether a program has rounded the platform's name for a buyer, so that it may stand for several. */
    boolean isRoundedBuyer(String id) {
        return buyers.isRounded(id);
    }

    /** Whether the same order comes again further down. */
    public boolean isSuperseded(OrderReader.Item item) {
        if (lastRows.isEmpty()) {
            return false;
        }
        long last = lastRows.getOrDefault(OrderHash.of(item.order().orderNo()), item.row());
        return last != item.row();
    }

    /** Whether the order's rows stand apart. */
    boolean isScattered(String orderNo) {
        return manyRowsAnOrder && again.size() > 0 && again.contains(OrderHash.of(orderNo));
    }

    long rowsAnOrder() {
        return orders == 0 ? 1 : rows / orders;
    }

    private void count(LongConsumer counted) throws IOException {
        try (RowReader reader = new RowReader(file, terms, file.openNumbers())) {
            LongHashSet seen = new LongHashSet();
            LongHashSet seenBuyers = new LongHashSet();
            String before = null;
            RowReader.Entry entry;
            while ((entry = reader.next()) != null) {
                String orderNo = entry.orderNo();
                if (orderNo != null) {
                    boolean goesOn = manyRowsAnOrder && orderNo.equals(before);
                    note(orderNo, goesOn, seen);
                    noteBuyer(entry.row(), seenBuyers);
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

    private void note(String orderNo, boolean goesOn, LongHashSet seen) {
        boolean isDoubtful = RoundedNumbers.mayBe(orderNo);
        if (goesOn && !isDoubtful) {
            return;
        }
        long hash = OrderHash.of(orderNo);
        boolean isNew = !goesOn && seen.add(hash);
        if (isNew) {
            numbers.add(orderNo);
        } else if (isDoubtful) {
            doubtful.add(hash);
        }
        if (!isNew && !goesOn) {
            again.add(hash);
        }
        refuseMoreThan(mostOrders, seen.size() + again.size());
    }

    private void noteBuyer(SheetRow row, LongHashSet seen) {
        String buyer = file.format().buyerColumn().map(row::text).orElse("");
        if (RoundedNumbers.isLong(buyer) && seen.size() < BUYERS_NOTED && seen.add(OrderHash.of(buyer))) {
            buyers.add(buyer);
        }
    }

    private void compareDoubtful() throws IOException {
        try (RowReader reader = new RowReader(file, terms, file.open())) {
            RowReader.Entry entry;
            while ((entry = reader.next()) != null) {
                String orderNo = entry.orderNo();
                if (orderNo != null && RoundedNumbers.mayBe(orderNo) && doubtful.contains(OrderHash.of(orderNo))) {
                    numbers.compare(orderNo, entry.row(), file.format().lastingColumns());
                }
            }
        }
    }

    private static void refuseMoreThan(int most, int orders) {
        if (orders > most) {
            throw ErrorCode.TOO_LARGE.problem("file", "TooManyOrders", ReasonCode.TOO_MANY_ORDERS.with(most));
        }
    }

    /** Rows that say as of when they speak need not stand in that sequence. */
    private void findLastRows() throws IOException {
        try (OrderReader reader = new OrderReader(file, terms, this)) {
            LongLongHashMap latest = new LongLongHashMap();
            OrderReader.Item item;
            while ((item = reader.next()) != null) {
                long hash = item.order() == null ? 0 : OrderHash.of(item.order().orderNo());
                if (item.order() != null && again.contains(hash)) {
                    Instant saidAt = item.order().sourceAt();
                    long at = saidAt == null ? NEVER : ChronoUnit.MICROS.between(Instant.EPOCH, saidAt);
                    if (at == NEVER || at >= latest.getOrDefault(hash, NEVER)) {
                        lastRows.put(hash, item.row());
                        latest.put(hash, at);
                    }
                }
            }
        }
    }
}

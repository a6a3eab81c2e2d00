package io.siyu.order.file;

import io.siyu.platform.numbers.LongHashMap;
import io.siyu.platform.numbers.LongHashSet;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/**
 * A first look over a file: how many rows it has, and which orders it has more than once. Where an order is one row, the
 * last good one counts, or the one that says it is the newest; where it is many, all rows of it count together wherever they stand. So the result does not depend
 * on how the file is sorted or cut into batches.
 */
public final class FileSurvey {
    private final boolean manyRowsAnOrder;
    private final LongHashSet again = new LongHashSet();
    private final LongHashMap lastRows = new LongHashMap();
    private long rows;
    private long orders;

    private FileSurvey(OrderFile file) {
        manyRowsAnOrder = file.format().manyRowsAnOrder();
    }

    public static FileSurvey of(OrderFile file, ZoneId zone) throws IOException {
        FileSurvey survey = new FileSurvey(file);
        survey.count(file, zone);
        if (!survey.manyRowsAnOrder && survey.again.size() > 0) {
            survey.findLastRows(file, zone);
        }
        return survey;
    }

    /** How many rows are to be read, the header and blank ones not counted. */
    public long rows() {
        return rows;
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

    private void count(OrderFile file, ZoneId zone) throws IOException {
        try (RowReader reader = new RowReader(file, zone, file.openNumbers())) {
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
                }
                before = orderNo;
            }
            rows = reader.rowsRead();
            orders = seen.size();
        }
    }

    /** Rows that say as of when they speak need not stand in that sequence. */
    private static boolean isOlder(IncomingOrder order, Instant latest) {
        return latest != null && order.sourceAt() != null && order.sourceAt().isBefore(latest);
    }

    private void findLastRows(OrderFile file, ZoneId zone) throws IOException {
        try (OrderReader reader = new OrderReader(file, zone, this)) {
            Map<Long, Instant> latest = new HashMap<>();
            OrderReader.Item item;
            while ((item = reader.next()) != null) {
                long hash = item.order() == null ? 0 : OrderHash.of(item.order().orderNo());
                if (item.order() != null && again.contains(hash) && !isOlder(item.order(), latest.get(hash))) {
                    lastRows.put(hash, item.row());
                    latest.put(hash, item.order().sourceAt());
                }
            }
        }
    }
}

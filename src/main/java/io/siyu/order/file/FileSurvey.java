package io.siyu.order.file;

import io.siyu.platform.numbers.LongHashMap;
import io.siyu.platform.numbers.LongHashSet;

import java.io.IOException;
import java.time.ZoneId;

/**
 * A first look over a file: how many rows it has, and which orders it has more than once. Where an order is one row, the
 * last good one counts; where it is many, all rows of it count together wherever they stand. So the result does not depend
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

    private void findLastRows(OrderFile file, ZoneId zone) throws IOException {
        try (OrderReader reader = new OrderReader(file, zone, this)) {
            OrderReader.Item item;
            while ((item = reader.next()) != null) {
                if (item.order() != null) {
                    long hash = OrderHash.of(item.order().orderNo());
                    if (again.contains(hash)) {
                        lastRows.put(hash, item.row());
                    }
                }
            }
        }
    }
}

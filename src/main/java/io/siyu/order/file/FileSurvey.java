package io.siyu.order.file;

import java.io.IOException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A first look over a file: how many rows it has, and which orders it has more than once. Of those the last good one
 * counts, so that the result does not depend on how the file is cut into batches.
 */
public final class FileSurvey {
    private final long rows;
    private final Map<String, Long> lastRows;

    private FileSurvey(long rows, Map<String, Long> lastRows) {
        this.rows = rows;
        this.lastRows = lastRows;
    }

    public static FileSurvey of(OrderFile file, ZoneId zone) throws IOException {
        Set<String> repeated = new HashSet<>();
        long rows;
        try (OrderReader reader = new OrderReader(file, zone)) {
            // Eight bytes an order; two numbers with the same hash only cost a needless second look.
            LongHashSet seen = new LongHashSet();
            String before = null;
            OrderReader.Entry entry;
            while ((entry = reader.nextEntry()) != null) {
                String orderNo = entry.orderNo();
                boolean goesOn = file.format().manyRowsAnOrder() && orderNo != null && orderNo.equals(before);
                if (orderNo != null && !goesOn && !seen.add(hash(orderNo))) {
                    repeated.add(orderNo);
                }
                before = orderNo;
            }
            rows = reader.rowsRead();
        }
        return new FileSurvey(rows, repeated.isEmpty() ? Map.of() : lastRows(file, zone, repeated));
    }

    /** How many rows are to be read, the header and blank ones not counted. */
    public long rows() {
        return rows;
    }

    /** Whether the same order comes again further down. */
    public boolean isSuperseded(OrderReader.Item item) {
        Long last = lastRows.get(item.order().orderNo());
        return last != null && last != item.row();
    }

    private static Map<String, Long> lastRows(OrderFile file, ZoneId zone, Set<String> repeated) throws IOException {
        Map<String, Long> lastRows = new HashMap<>();
        try (OrderReader reader = new OrderReader(file, zone)) {
            OrderReader.Item item;
            while ((item = reader.next()) != null) {
                if (item.order() != null && repeated.contains(item.order().orderNo())) {
                    lastRows.put(item.order().orderNo(), item.row());
                }
            }
        }
        return lastRows;
    }

    /** FNV-1a over the characters, finished as in MurmurHash3 so that all bits matter. */
    private static long hash(String text) {
        long h = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            h = (h ^ text.charAt(i)) * 0x100000001b3L;
        }
        h = (h ^ h >>> 33) * 0xff51afd7ed558ccdL;
        h = (h ^ h >>> 33) * 0xc4ceb9fe1a85ec53L;
        return h ^ h >>> 33;
    }
}

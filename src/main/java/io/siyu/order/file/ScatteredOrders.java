package io.siyu.order.file;

import io.siyu.order.IntakeTerms;
import io.siyu.platform.numbers.LongHashSet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts orders together whose rows stand apart, as in a file that was sorted anew. Each is made where its first good row
 * is; for that the file is read ahead to its end, for as many orders at a time as fit into memory.
 */
final class ScatteredOrders {
    private static final int ROWS_KEPT = 50_000;
    private static final int ROWS_KEPT_AN_ORDER = 5001;

    private final OrderFile file;
    private final IntakeTerms terms;
    private final FileSurvey survey;
    private final int ordersKept;
    private final LongHashSet done = new LongHashSet();
    private final Map<String, AssembledOrder> waiting = new HashMap<>();
    private final Map<Long, Reject> badRows = new HashMap<>();

    ScatteredOrders(OrderFile file, IntakeTerms terms, FileSurvey survey) {
        this.file = file;
        this.terms = terms;
        this.survey = survey;
        this.ordersKept = (int) Math.max(1, ROWS_KEPT / Math.max(1, survey.rowsAnOrder()));
    }

    boolean has(String orderNo) {
        return survey.isScattered(orderNo);
    }

    /** What there is to tell at this row: its order, if it is the first good row of it, or that it is a bad one. */
    Optional<OrderReader.Item> itemAt(RowReader.Entry entry) throws IOException {
        long hash = OrderHash.of(entry.orderNo());
        if (!done.contains(hash) && !waiting.containsKey(entry.orderNo())) {
            readAhead(entry.number());
        }
        AssembledOrder order = waiting.get(entry.orderNo());
        Reject bad = badRows.remove(entry.number());
        if (bad != null) {
            if (order != null && order.order() == null) {
                finish(entry.orderNo(), hash);
            }
            return Optional.of(new OrderReader.Item(entry.number(), null, bad));
        }
        if (order == null || order.row() != entry.number()) {
            return Optional.empty();
        }
        finish(entry.orderNo(), hash);
        return Optional.ofNullable(order.order()).map(o -> new OrderReader.Item(entry.number(), o, null));
    }

    private void finish(String orderNo, long hash) {
        done.add(hash);
        waiting.remove(orderNo);
    }

    private void readAhead(long fromRow) throws IOException {
        Map<String, List<Row>> orders = new HashMap<>();
        try (RowReader ahead = new RowReader(file, terms, file.open(), survey)) {
            RowReader.Entry entry;
            while ((entry = ahead.next()) != null) {
                if (entry.number() >= fromRow && entry.row() != null && isToBeRead(entry.orderNo(), orders)) {
                    List<Row> rows = orders.computeIfAbsent(entry.orderNo(), any -> new ArrayList<>());
                    if (rows.size() < ROWS_KEPT_AN_ORDER) {
                        rows.add(entry.row());
                    }
                }
            }
        }
        orders.forEach((orderNo, rows) -> {
            AssembledOrder order = AssembledOrder.of(file.format(), rows);
            order.rejects().forEach(reject -> badRows.put(reject.row(), reject));
            waiting.put(orderNo, order);
        });
    }

    private boolean isToBeRead(String orderNo, Map<String, List<Row>> orders) {
        return has(orderNo)
                && (orders.containsKey(orderNo)
                        || orders.size() < ordersKept
                                && !waiting.containsKey(orderNo)
                                && !done.contains(OrderHash.of(orderNo)));
    }
}

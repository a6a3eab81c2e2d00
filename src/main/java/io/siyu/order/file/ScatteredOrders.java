package io.siyu.order.file;

import com.carrotsearch.hppc.LongHashSet;
import io.siyu.order.IntakeTerms;
import io.siyu.order.file.row.OrderHash;
import io.siyu.order.file.row.Reject;
import io.siyu.order.file.row.SheetRow;

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

    private final OrderFile file;
    private final IntakeTerms terms;
    private final FileSurvey survey;
    private final int ordersKept;
    private final LongHashSet done = new LongHashSet();
    /** The orders that are made of the rows of a number: several only where they share it. */
    private final Map<String, List<AssembledOrder>> waiting = new HashMap<>();

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
        if (!done.contains(OrderHash.of(entry.orderNo())) && !waiting.containsKey(entry.orderNo())) {
            readAhead(entry.number());
        }
        Optional<AssembledOrder> order = waiting.getOrDefault(entry.orderNo(), List.of()).stream()
                .filter(one -> one.row() == entry.number())
                .findFirst();
        Reject bad = badRows.remove(entry.number());
        if (bad != null) {
            order.filter(one -> one.order() == null).ifPresent(one -> finish(entry.orderNo(), one));
            return Optional.of(new OrderReader.Item(entry.number(), null, bad));
        }
        order.ifPresent(one -> finish(entry.orderNo(), one));
        return order.map(AssembledOrder::order).map(made -> new OrderReader.Item(entry.number(), made, null));
    }

    private void finish(String orderNo, AssembledOrder order) {
        List<AssembledOrder> rest = waiting.get(orderNo);
        rest.remove(order);
        if (rest.isEmpty()) {
            done.add(OrderHash.of(orderNo));
            waiting.remove(orderNo);
        }
    }

    private void readAhead(long fromRow) throws IOException {
        Map<String, List<SheetRow>> orders = new HashMap<>();
        try (RowReader ahead = new RowReader(file, terms, file.open(), survey)) {
            RowReader.Entry entry;
            while ((entry = ahead.next()) != null) {
                if (entry.number() >= fromRow && entry.row() != null && isToBeRead(entry.orderNo(), orders)) {
                    List<SheetRow> rows = orders.computeIfAbsent(entry.orderNo(), any -> new ArrayList<>());
                    if (rows.size() < AssembledOrder.ROWS_KEPT) {
                        rows.add(entry.row());
                    }
                }
            }
        }
        orders.forEach((orderNo, rows) -> {
            List<AssembledOrder> made = new ArrayList<>();
            file.format().apart(rows).forEach(its -> made.add(AssembledOrder.of(file.format(), its)));
            made.forEach(order -> order.rejects().forEach(reject -> badRows.put(reject.row(), reject)));
            waiting.put(orderNo, made);
        });
    }

    private boolean isToBeRead(String orderNo, Map<String, List<SheetRow>> orders) {
        return has(orderNo)
                && (orders.containsKey(orderNo)
                        || orders.size() < ordersKept
                                && !waiting.containsKey(orderNo)
                                && !done.contains(OrderHash.of(orderNo)));
    }
}

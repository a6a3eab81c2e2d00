package io.siyu.order.file;

import io.siyu.order.IntakeTerms;
import io.siyu.order.ReasonCode;
import io.siyu.order.file.table.RawRow;
import io.siyu.order.file.table.RowShape;
import io.siyu.order.file.table.Table;
import io.siyu.order.file.table.TableRows;
import io.siyu.platform.problem.ErrorCode;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A sheet with the items of a workbook's orders. */
record ItemSheet(Table table, ItemColumns columns, Header header, long headerRow) {
    /** They are held while the orders are read. */
    private static final int MOST_ITEMS = 300_000;

    private static final String REFUNDED = "退款成功";

    /**
     * An item of an order.
     *
     * @param refund what went back for it
     */
    record Item(IncomingLine line, BigDecimal refund) {}

    /**
     * What a sheet tells.
     *
     * @param ofOrders the items of each order, in the sequence of the sheet
     * @param lost the numbers of the rows whose order a spreadsheet has made unknown
     */
    record Items(Map<String, List<Item>> ofOrders, List<Long> lost) {
        static final Items NONE = new Items(Map.of(), List.of());
    }

    /**
     * A row without an order number or a title says nothing.
     *
     * @throws io.siyu.platform.problem.ProblemException if there are too many to hold
     */
    Items read(IntakeTerms terms) throws IOException {
        Items items = new Items(new HashMap<>(), new ArrayList<>());
        // Shops sell the same articles again and again.
        Map<String, String> titles = new HashMap<>();
        int count = 0;
        try (TableRows rows = table.open()) {
            RawRow raw;
            while ((raw = rows.next()) != null) {
                if (raw.number() == headerRow) {
                    rows.expect(new RowShape(header.wanted(), header.wanted().length(), header.width(), true));
                } else if (raw.number() > headerRow && raw.flaw() == null && !raw.isBlank()) {
                    count += add(new Row(raw.number(), header, raw.cells(), terms), items, titles) ? 1 : 0;
                    refuseMoreThan(count);
                }
            }
        }
        return items;
    }

    private static void refuseMoreThan(int count) {
        if (count > MOST_ITEMS) {
            throw ErrorCode.UNKNOWN_FORMAT.problem("file", "TooManyItems", ReasonCode.TOO_MANY_ITEMS.with(MOST_ITEMS));
        }
    }

    private boolean add(Row row, Items items, Map<String, String> titles) {
        String orderNo = Cells.clean(row.text(columns.orderNo()));
        String title = row.text(columns.title());
        if (orderNo.isEmpty() || title.isEmpty()) {
            return false;
        }
        if (Row.isScientific(orderNo)) {
            return items.lost().add(row.number());
        }
        IncomingLine line = new IncomingLine(
                titles.computeIfAbsent(title, same -> same),
                row.text(columns.sku()),
                row.quantityOrNull(columns.quantity()),
                row.priceOrNull(columns.unitPrice()));
        items.ofOrders().computeIfAbsent(orderNo, number -> new ArrayList<>(1)).add(new Item(line, refund(row)));
        return true;
    }

    private BigDecimal refund(Row row) {
        BigDecimal amount = row.priceOrNull(columns.refund());
        String status = row.text(columns.refundStatus());
        boolean isDone = status.equals(REFUNDED) || !header.has(columns.refundStatus());
        return isDone && amount != null ? amount.max(BigDecimal.ZERO) : BigDecimal.ZERO;
    }
}

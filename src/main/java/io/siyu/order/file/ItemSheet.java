package io.siyu.order.file;

import io.siyu.order.IntakeTerms;
import io.siyu.order.ReasonCode;
import io.siyu.order.file.cell.Cells;
import io.siyu.order.file.cell.Header;
import io.siyu.order.file.row.SheetRow;
import io.siyu.order.file.table.RawRow;
import io.siyu.order.file.table.RowShape;
import io.siyu.order.file.table.Table;
import io.siyu.order.file.table.TableRows;
import io.siyu.order.incoming.IncomingLine;
import io.siyu.platform.problem.ErrorCode;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** A sheet with the items of a workbook's orders. */
public record ItemSheet(Table table, ItemColumns columns, Header header, long headerRow) {
    /** They are held while the orders are read. */
    private static final int MOST_ITEMS = 300_000;

    private static final String REFUNDED = "退款成功";

    /**
     * An item of an order.
     *
     * @param row in the sheet
     * @param refund what went back for it
     * @param isRefundUnknown whether something went back, and the sheet does not say how much
     */
    public record Item(long row, IncomingLine line, BigDecimal refund, boolean isRefundUnknown) {}

    /**
     * A row without a title says nothing.
     *
     * @param isRounded whether the sheet of orders shows that a number is a rounded one
     * @throws io.siyu.platform.problem.ProblemException if there are too many to hold
     */
    OrderItems read(IntakeTerms terms, Predicate<String> isRounded) throws IOException {
        OrderItems items = new OrderItems();
        // Shops sell the same articles again and again.
        Map<String, String> titles = new HashMap<>();
        int count = 0;
        try (TableRows rows = table.open()) {
            RawRow raw;
            while ((raw = rows.next()) != null) {
                if (raw.number() == headerRow) {
                    rows.expect(new RowShape(header.wanted(), header.wanted().length(), header.width(), true));
                } else if (raw.number() > headerRow && raw.flaw() == null && !raw.isBlank()) {
                    count += add(new SheetRow(raw.number(), header, raw.cells(), terms), items, titles) ? 1 : 0;
                    refuseMoreThan(count);
                }
            }
        }
        items.loseRounded(isRounded);
        return items;
    }

    private static void refuseMoreThan(int count) {
        if (count > MOST_ITEMS) {
            throw ErrorCode.UNKNOWN_FORMAT.problem("file", "TooManyItems", ReasonCode.TOO_MANY_ITEMS.with(MOST_ITEMS));
        }
    }

    /** @return whether the row tells of an item */
    private boolean add(SheetRow row, OrderItems items, Map<String, String> titles) {
        String orderNo = Cells.clean(row.text(columns.orderNo()));
        String title = row.text(columns.title());
        if (title.isEmpty() || isHeaderAgain(orderNo)) {
            return false;
        }
        if (orderNo.isEmpty()) {
            items.lose(row.number(), ReasonCode.ITEM_WITHOUT_ORDER);
        } else if (SheetRow.isScientific(orderNo)) {
            items.lose(row.number(), ReasonCode.ROUNDED_ITEM);
        } else {
            items.add(orderNo, item(row, titles.computeIfAbsent(title, same -> same)));
        }
        return true;
    }

    private boolean isHeaderAgain(String orderNo) {
        return columns.orderNo().names().contains(orderNo);
    }

    private Item item(SheetRow row, String title) {
        IncomingLine line = new IncomingLine(
                title,
                row.text(columns.sku()),
                row.quantityOrNull(columns.quantity()),
                row.priceOrNull(columns.unitPrice()));
        BigDecimal amount = row.priceOrNull(columns.refund());
        boolean isRefunded = row.text(columns.refundStatus()).endsWith(REFUNDED);
        boolean isCounted = amount != null && (isRefunded || !header.has(columns.refundStatus()));
        return new Item(
                row.number(),
                line,
                isCounted ? amount.max(BigDecimal.ZERO) : BigDecimal.ZERO,
                isRefunded && amount == null);
    }
}

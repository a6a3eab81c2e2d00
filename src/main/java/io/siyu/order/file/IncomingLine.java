package io.siyu.order.file;

import java.math.BigDecimal;

/**
 * One article of an incoming order.
 *
 * @param quantity null where the export gives it for the whole order only
 * @param unitPrice in the shop's currency, null where unknown
 */
public record IncomingLine(String title, String sku, Integer quantity, BigDecimal unitPrice) {
    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_SKU = 100;

    public IncomingLine {
        title = Cells.cut(title, LONGEST_TITLE);
        sku = sku == null || sku.isEmpty() ? null : Cells.cut(sku, LONGEST_SKU);
    }

    /** What {@link #toString} says, without the detour by a format string that a record makes. */
    String asText() {
        return "IncomingLine[title=" + title + ", sku=" + sku + ", quantity=" + quantity + ", unitPrice=" + unitPrice
                + "]";
    }
}

package io.siyu.order.incoming;

import io.siyu.platform.text.CleanText;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * One article of an incoming order.
 *
 * @param quantity what is left of it after removals and returns; null where the export gives it for the whole order only
 * @param unitPrice in the shop's currency, null where unknown
 * @param orderedQuantity what was ordered at first; null where that is the quantity, or is not told
 */
public record IncomingLine(String title, String sku, Integer quantity, BigDecimal unitPrice, Integer orderedQuantity) {
    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_SKU = 100;

    public IncomingLine {
        title = CleanText.cut(title, LONGEST_TITLE);
        sku = sku == null || sku.isEmpty() ? null : CleanText.cut(sku, LONGEST_SKU);
        orderedQuantity = Objects.equals(quantity, orderedQuantity) ? null : orderedQuantity;
    }

    public IncomingLine(String title, String sku, Integer quantity, BigDecimal unitPrice) {
        this(title, sku, quantity, unitPrice, null);
    }

    /** What hashes of orders are made of: it stays as it is, whatever is told beside. */
    String asText() {
        return "IncomingLine[title=" + title + ", sku=" + sku + ", quantity=" + quantity + ", unitPrice=" + unitPrice
                + (orderedQuantity == null ? "]" : ", orderedQuantity=" + orderedQuantity + "]");
    }
}

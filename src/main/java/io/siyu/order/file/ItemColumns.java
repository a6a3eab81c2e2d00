package io.siyu.order.file;

import io.siyu.order.file.cell.Column;
import io.siyu.order.file.cell.Header;

import java.util.List;

/**
 * The columns of a sheet with the items of the orders that another sheet of the same workbook holds.
 *
 * @param orderNo which order an item belongs to
 * @param itemNo the item's own number, by which such a sheet is told from one of orders
 */
public record ItemColumns(
        Column orderNo,
        Column itemNo,
        Column title,
        Column sku,
        Column quantity,
        Column unitPrice,
        Column refundStatus,
        Column refund) {
    List<Column> all() {
        return List.of(orderNo, itemNo, title, sku, quantity, unitPrice, refundStatus, refund);
    }

    /** Whether a row of names can be the header of such a sheet. */
    boolean areIn(Header header) {
        return all().stream().allMatch(column -> !column.isRequired() || header.has(column));
    }
}

package io.siyu.order.file;

import io.siyu.order.ReasonCode;
import io.siyu.order.file.cell.Column;
import io.siyu.order.file.row.SheetRow;
import io.siyu.order.incoming.IncomingOrder;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How one platform writes orders. A new format is a new bean of this type and nothing else: it is recognised by the
 * names in the header, wherever they stand.
 */
public interface OrderFormat {
    /** Where an export names the currency; one without it is in the shop's own. */
    Column CURRENCY = Column.optional(
            "币种",
            "币别",
            "货币",
            "货币类型",
            "货币种类",
            "货币单位",
            "币种类型",
            "订单币种",
            "订单货币",
            "交易币种",
            "支付币种",
            "付款币种",
            "实付币种",
            "币种代码",
            "Currency",
            "Currency Code",
            "Order Currency");

    /** The format's name in requests and answers. */
    String code();

    /** The columns that the format reads. */
    List<Column> columns();

    /** The one of them that {@link #orderNo} needs. */
    Column numberColumn();

    /** The one of them that names the currency; what is in another one than the shop's is no order. */
    default Column currencyColumn() {
        return CURRENCY;
    }

    /** Which order a row belongs to; rows with the same number make one order if {@link #manyRowsAnOrder()}. */
    String orderNo(SheetRow row);

    /** Where the platform's own name for the buyer stands, which spreadsheets damage as they do numbers of orders. */
    default Optional<Column> buyerColumn() {
        return Optional.empty();
    }

    /** What is the same in all rows and in all states of an order, and seldom in different orders. */
    default List<Column> lastingColumns() {
        return List.of();
    }

    /** Whether each required column holds a number, a word or a moment, so that a shifted row cannot be read as an order. */
    default boolean showsShifts() {
        return true;
    }

    default boolean manyRowsAnOrder() {
        return false;
    }

    /**
     * @param rows one row, or all rows of the order where the format has many, in the sequence of the file
     * @throws io.siyu.order.file.row.RejectedRowException if the rows make no order
     */
    IncomingOrder read(List<SheetRow> rows);

    /**
     * The same of a workbook that has the order's items in a sheet of their own, which says more than the titles in its row.
     *
     * @param items none if the sheet has none of the order
     */
    default IncomingOrder read(List<SheetRow> rows, List<ItemSheet.Item> items) {
        IncomingOrder order = read(rows);
        return items.isEmpty()
                ? order
                : order.withLines(items.stream().map(ItemSheet.Item::line).toList());
    }

    /** How a sheet of items is told that some workbooks of the platform have beside the orders. */
    default Optional<ItemColumns> itemColumns() {
        return Optional.empty();
    }

    /**
     * The orders that rows of one number are of, in the sequence of the file. More than one only where the platform's own id
     * tells that several orders share a number.
     */
    default List<List<SheetRow>> apart(List<SheetRow> rows) {
        return List.of(rows);
    }

    /** The time as of which an export speaks, where its name tells. */
    default Optional<Instant> sourceAt(String fileName) {
        return Optional.empty();
    }

    /** How it is told that columns are missing, where a file has columns of the platform but no orders. */
    default Optional<ReasonCode> adviceOn(List<String> headerNames) {
        return Optional.empty();
    }
}

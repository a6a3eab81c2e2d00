package io.siyu.order.file;

import java.util.List;

/**
 * How one platform writes orders. A new format is a new bean of this type and nothing else: it is recognised by the
 * names in the header, wherever they stand.
 */
public interface OrderFormat {
    /** The format's name in requests and answers. */
    String code();

    /** The columns that the format reads. */
    List<Column> columns();

    /** Which order a row belongs to; rows that follow each other with the same key make one order if {@link #manyRowsAnOrder()}. */
    String orderNo(Row row);

    default boolean manyRowsAnOrder() {
        return false;
    }

    /**
     * @param rows one row, or all rows of the order where the format has many
     * @throws RejectedRowException if the rows make no order
     */
    IncomingOrder read(List<Row> rows);
}

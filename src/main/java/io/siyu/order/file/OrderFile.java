package io.siyu.order.file;

import io.siyu.order.file.cell.Header;
import io.siyu.order.file.table.RawRow;
import io.siyu.order.file.table.RowShape;
import io.siyu.order.file.table.Table;
import io.siyu.order.file.table.TableRows;

import java.io.IOException;
import java.util.BitSet;

/**
 * A file that was recognised.
 *
 * @param headerRow the number of the row that names the columns; some exports have a title above it
 * @param items the sheet with the orders' items, null if the file has none
 */
public record OrderFile(Table table, OrderFormat format, Header header, long headerRow, ItemSheet items) {
    /** The rows behind the header with all that the format reads. */
    TableRows open() throws IOException {
        return open(header.wanted(), true);
    }

    /** The rows behind the header with nothing but the numbers of orders and the names of buyers. */
    TableRows openNumbers() throws IOException {
        BitSet number = new BitSet();
        number.set(header.position(format.numberColumn()));
        format.buyerColumn().filter(header::has).map(header::position).ifPresent(number::set);
        return open(number, false);
    }

    private TableRows open(BitSet wanted, boolean isChecked) throws IOException {
        TableRows rows = table.open();
        RawRow row;
        do {
            row = rows.next();
        } while (row != null && row.number() < headerRow);
        rows.expect(new RowShape(wanted, header.wanted().length(), header.width(), isChecked));
        return rows;
    }
}

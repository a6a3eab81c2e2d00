package io.siyu.order.file;

import io.siyu.order.ReasonCode;
import io.siyu.order.file.row.Reject;
import io.siyu.order.file.row.RejectedRowException;
import io.siyu.order.file.row.SheetRow;
import io.siyu.order.incoming.IncomingOrder;

import java.util.ArrayList;
import java.util.List;

/**
 * What the rows of one order make. A row that cannot be read does not cost the order if the others still make one.
 *
 * @param row the first row that the order was made of
 * @param order null if the rows make none; then there is one reject
 * @param rejects in the sequence of the file
 */
record AssembledOrder(long row, IncomingOrder order, List<Reject> rejects) {
    private static final int MOST_BAD_ROWS = 20;
    private static final int MOST_ROWS = 5000;

    /** One more than any order may have: the rest of an endless one need not be kept. */
    static final int ROWS_KEPT = MOST_ROWS + 1;

    static AssembledOrder of(OrderFormat format, List<SheetRow> rows) {
        return of(format, rows, List.of());
    }

    static AssembledOrder of(OrderFormat format, List<SheetRow> rows, List<ItemSheet.Item> items) {
        List<SheetRow> good = new ArrayList<>(rows);
        List<Reject> rejects = new ArrayList<>();
        long first = rows.get(0).number();
        while (true) {
            try {
                if (rows.size() > MOST_ROWS) {
                    throw new RejectedRowException(null, null, ReasonCode.TOO_MANY_ROWS.with(MOST_ROWS));
                }
                return new AssembledOrder(good.get(0).number(), read(format, good, items), List.copyOf(rejects));
            } catch (RejectedRowException e) {
                boolean isOneOfMany = rejects.size() < MOST_BAD_ROWS && good.size() > 1 && good.removeIf(e::blames);
                if (!isOneOfMany) {
                    return new AssembledOrder(first, null, List.of(rejects.isEmpty() ? e.at(first) : rejects.get(0)));
                }
                rejects.add(e.at(first));
            }
        }
    }

    /** One row in another currency costs the order: its amounts are those of all its rows. */
    private static IncomingOrder read(OrderFormat format, List<SheetRow> rows, List<ItemSheet.Item> items) {
        rows.forEach(row -> row.requireCurrency(format.currencyColumn()));
        return format.read(rows, items);
    }
}

package io.siyu.follower.due;

import io.siyu.platform.paging.Cursor;
import io.siyu.platform.sql.SqlFragment;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Who is due by the stored forecasts, the soonest first, of one day who is expected to spend the most: for the whole shop a
 * range of one index that is in this order.
 */
final class DueByModel {
    private static final String OF_SHOP = " FROM buyer_forecast o FORCE INDEX (buyer_forecast_due)"
            + " STRAIGHT_JOIN buyer b ON b.shop_id = o.shop_id AND b.id = o.buyer_id"
            + " LEFT JOIN follower f ON f.shop_id = o.shop_id AND f.buyer_id = o.buyer_id"
            + DueBuyerQueries.CYCLE + " WHERE o.shop_id = ?";
    private static final String OF_ACCOUNTS = " FROM follower f STRAIGHT_JOIN buyer_forecast o"
            + " ON o.shop_id = f.shop_id AND o.buyer_id = f.buyer_id"
            + " STRAIGHT_JOIN buyer b ON b.shop_id = f.shop_id AND b.id = f.buyer_id" + DueBuyerQueries.CYCLE;

    private DueByModel() {}

    static Cursor cursorOf(DueBuyerResponse buyer) {
        String spend = buyer.reason().expectedSpend();
        return Cursor.of(buyer.dueDay(), spend == null ? BigDecimal.ZERO : spend, buyer.buyerId());
    }

    /** Who has bought since the fit is not due; the next fit will know more. */
    static SqlFragment page(String columns, DueBuyerQueries.Wanted wanted, Optional<Cursor> after, int rows) {
        SqlFragment of = wanted.accountIds() == null
                ? SqlFragment.of(columns + OF_SHOP, wanted.shopId())
                : SqlFragment.of(columns + OF_ACCOUNTS).add(DueBuyerQueries.ofAccounts(wanted));
        SqlFragment due = of.add(
                " AND o.due_day >= ? AND o.due_day <= ?" + DueBuyerQueries.NOBODY_WHO_LEFT + " AND b.last_day < ?",
                after.map(cursor -> cursor.dayAt(0)).orElse(wanted.from()),
                wanted.to(),
                wanted.fittedAsOf());
        return after.map(cursor -> due.add(
                        " AND (o.due_day > ? OR COALESCE(o.spend, 0) < ?"
                                + " OR (COALESCE(o.spend, 0) = ? AND o.buyer_id > ?))",
                        cursor.dayAt(0),
                        cursor.decimalAt(1),
                        cursor.decimalAt(1),
                        cursor.longAt(2)))
                .orElse(due)
                .add(" ORDER BY o.due_day, o.spend DESC, o.buyer_id LIMIT ?", rows);
    }
}

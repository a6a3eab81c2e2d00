package io.siyu.follower.due;

import io.siyu.buyer.standing.KeptCycle;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.tier.TierStandings;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Who is due at the end of the own cycle, the soonest first, of one day who has purchased on the most days. Those who have
 * purchased on equally many days are one range of an index that is in the order of their due days, whatever the shop's
 * cycle is: a page of the whole shop is put together from the beginnings of these ranges, one for each number of days.
 */
final class DueByCycle {
    private static final String SORTED = " ORDER BY cycle_day, b.purchase_days DESC, b.due_order, b.id";

    private static final String BEGINNING = " AS cycle_day, b.purchase_days, b.due_order, b.id"
            + " FROM buyer b FORCE INDEX (buyer_due)"
            + " LEFT JOIN follower f ON f.shop_id = b.shop_id AND f.buyer_id = b.id"
            + " WHERE b.shop_id = ? AND b.purchase_days = ? AND b.due_order >= ? AND b.due_order < ?";

    private final DueBuyerQueries.Wanted wanted;
    private final Optional<Cursor> after;
    private final int rows;

    DueByCycle(DueBuyerQueries.Wanted wanted, Optional<Cursor> after, int rows) {
        this.wanted = wanted;
        this.after = after;
        this.rows = rows;
    }

    /** @param dueOrder the row's */
    static Cursor cursorOf(DueBuyerResponse buyer, long dueOrder) {
        return Cursor.of(buyer.dueDay(), buyer.reason().purchaseDays(), dueOrder, buyer.buyerId());
    }

    /** @param purchaseDays every number of purchase days that somebody may have */
    SqlFragment ofShop(String columns, KeptCycle cycle, List<Integer> purchaseDays) {
        List<SqlFragment> beginnings =
                purchaseDays.stream().map(n -> beginning(cycle, n)).toList();
        return SqlFragment.of(columns + " FROM (")
                .add(SqlFragment.join(" UNION ALL ", beginnings))
                .add(" ORDER BY cycle_day, purchase_days DESC, due_order, id LIMIT ?) d", rows)
                .add(" STRAIGHT_JOIN buyer b ON b.shop_id = ? AND b.id = d.id", wanted.shopId())
                .add(" LEFT JOIN follower f ON f.shop_id = b.shop_id AND f.buyer_id = b.id")
                .add(DueBuyerQueries.FORECAST_AND_CYCLE + SORTED);
    }

    private SqlFragment beginning(KeptCycle cycle, int purchaseDays) {
        SqlFragment range = SqlFragment.of("SELECT * FROM (SELECT ")
                .add(cycle.dueDay())
                .add(
                        BEGINNING,
                        wanted.shopId(),
                        purchaseDays,
                        cycle.firstOrder(purchaseDays, firstDay(purchaseDays)),
                        cycle.firstOrder(purchaseDays, wanted.to().plusDays(1)))
                .add(DueBuyerQueries.NOBODY_WHO_LEFT);
        SqlFragment unseen = after.filter(cursor -> cursor.longAt(1) == purchaseDays)
                .map(cursor -> range.add(
                        " AND b.due_order >= ? AND (b.due_order > ? OR b.id > ?)",
                        cursor.longAt(2),
                        cursor.longAt(2),
                        cursor.longAt(3)))
                .orElse(range);
        return unseen.add(" ORDER BY b.due_order, b.id LIMIT ?) d" + purchaseDays, rows);
    }

    /** Who has purchased on more days than the last buyer of the page before came earlier in that buyer's day. */
    private LocalDate firstDay(int purchaseDays) {
        return after.map(cursor -> cursor.dayAt(0).plusDays(purchaseDays > cursor.longAt(1) ? 1 : 0))
                .orElse(wanted.from());
    }

    /** Followers are as many as staff can know, so that they may be gone through. */
    SqlFragment ofAccounts(String columns) {
        SqlFragment due = SqlFragment.of(columns + " FROM follower f STRAIGHT_JOIN buyer b"
                        + " ON b.shop_id = f.shop_id AND b.id = f.buyer_id" + DueBuyerQueries.FORECAST_AND_CYCLE)
                .add(DueBuyerQueries.ofAccounts(wanted))
                .add(
                        " AND " + TierStandings.DUE_DAY + " BETWEEN ? AND ?" + DueBuyerQueries.NOBODY_WHO_LEFT,
                        after.map(cursor -> cursor.dayAt(0)).orElse(wanted.from()),
                        wanted.to());
        return after.map(cursor -> due.add(
                        " AND (" + TierStandings.DUE_DAY + " > ? OR b.purchase_days < ? OR (b.purchase_days = ?"
                                + " AND (b.due_order > ? OR (b.due_order = ? AND b.id > ?))))",
                        cursor.dayAt(0),
                        cursor.longAt(1),
                        cursor.longAt(1),
                        cursor.longAt(2),
                        cursor.longAt(2),
                        cursor.longAt(3)))
                .orElse(due)
                .add(SORTED + " LIMIT ?", rows);
    }
}

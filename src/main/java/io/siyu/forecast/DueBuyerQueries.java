package io.siyu.forecast;

import io.siyu.buyer.MaskedPhone;
import io.siyu.buyer.Tier;
import io.siyu.cycle.CycleBasis;
import io.siyu.cycle.MeanCycle;
import io.siyu.cycle.OwnCycle;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.sql.Fragment;
import io.siyu.platform.sql.Row;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Reads who is due: for the whole shop a range of one index that is in the list's order, for staff the followers of their
 * own accounts. Nobody is listed who opted out or was erased.
 */
@ApplicationScoped
class DueBuyerQueries {
    private static final String COLUMNS =
            "SELECT b.id, b.platform_id, b.phone_enc, b.tier, b.purchase_days, b.first_day,"
                    + " b.last_day, b.due_day, f.id AS follower_id, f.status AS follower_status, f.account_id, o.alive,"
                    + " o.purchases30, o.due_day AS forecast_day, o.next_day, o.next_from, o.next_to, o.spend, r.cycle_basis, r.cycle_days,"
                    + " r.cycle_intervals";
    private static final String FORECASTS_OF_SHOP = " FROM buyer_forecast o FORCE INDEX (buyer_forecast_due)"
            + " STRAIGHT_JOIN buyer b ON b.shop_id = o.shop_id AND b.id = o.buyer_id"
            + " LEFT JOIN follower f ON f.shop_id = o.shop_id AND f.buyer_id = o.buyer_id";
    private static final String FORECASTS_OF_ACCOUNTS = " FROM follower f STRAIGHT_JOIN buyer_forecast o"
            + " ON o.shop_id = f.shop_id AND o.buyer_id = f.buyer_id"
            + " STRAIGHT_JOIN buyer b ON b.shop_id = f.shop_id AND b.id = f.buyer_id";
    private static final String CYCLES_OF_SHOP = " FROM buyer b FORCE INDEX (buyer_due)"
            + " LEFT JOIN follower f ON f.shop_id = b.shop_id AND f.buyer_id = b.id"
            + " LEFT JOIN buyer_forecast o ON o.shop_id = b.shop_id AND o.buyer_id = b.id";
    private static final String CYCLES_OF_ACCOUNTS = " FROM follower f STRAIGHT_JOIN buyer b"
            + " ON b.shop_id = f.shop_id AND b.id = f.buyer_id"
            + " LEFT JOIN buyer_forecast o ON o.shop_id = b.shop_id AND o.buyer_id = b.id";
    private static final String CYCLE = " LEFT JOIN tier_run r ON r.shop_id = b.shop_id";
    private static final String NOBODY_WHO_LEFT = " AND NOT b.opted_out AND b.erased_at IS NULL"
            + " AND b.merged_into IS NULL AND COALESCE(f.status, '') <> 'OPTED_OUT'";

    private final Sql sql;
    private final MaskedPhone phone;

    DueBuyerQueries(Sql sql, MaskedPhone phone) {
        this.sql = sql;
        this.phone = phone;
    }

    /**
     * Who is asked for.
     *
     * @param from the first due day, today or before
     * @param accountIds only followers of these who can still be talked to; null for the whole shop
     * @param fittedAsOf null where the cycle answers
     */
    record Wanted(
            long shopId, LocalDate today, LocalDate from, LocalDate to, List<Long> accountIds, LocalDate fittedAsOf) {
        boolean isByModel() {
            return fittedAsOf != null;
        }
    }

    List<DueBuyerResponse> list(Wanted wanted, Optional<Cursor> after, int rows) {
        if (wanted.accountIds() != null && wanted.accountIds().isEmpty()) {
            return List.of();
        }
        return sql.list(query(wanted, after, rows), row -> response(wanted, row));
    }

    static Fragment query(Wanted wanted, Optional<Cursor> after, int rows) {
        String day = wanted.isByModel() ? "o.due_day" : "b.due_day";
        LocalDate from = after.map(cursor -> cursor.dayAt(0)).orElse(wanted.from());
        Fragment due = (wanted.accountIds() == null ? ofShop(wanted) : ofAccounts(wanted))
                .add(" AND " + day + " >= ? AND " + day + " <= ?" + NOBODY_WHO_LEFT, from, wanted.to());
        return wanted.isByModel()
                ? due.add(byModel(wanted, after)).add(" ORDER BY o.due_day, o.spend DESC, o.buyer_id LIMIT ?", rows)
                : due.add(byCycle(after)).add(" ORDER BY b.due_day, b.id LIMIT ?", rows);
    }

    private static Fragment ofShop(Wanted wanted) {
        return wanted.isByModel()
                ? Fragment.of(COLUMNS + FORECASTS_OF_SHOP + CYCLE + " WHERE o.shop_id = ?", wanted.shopId())
                : Fragment.of(COLUMNS + CYCLES_OF_SHOP + CYCLE + " WHERE b.shop_id = ?", wanted.shopId());
    }

    private static Fragment ofAccounts(Wanted wanted) {
        String places = Sql.places(wanted.accountIds().size());
        return Fragment.of(COLUMNS + (wanted.isByModel() ? FORECASTS_OF_ACCOUNTS : CYCLES_OF_ACCOUNTS) + CYCLE)
                .add(" WHERE f.shop_id = ?", wanted.shopId())
                .add(
                        " AND f.account_id IN (" + places + ")",
                        wanted.accountIds().toArray())
                .add(" AND f.status <> 'LOST'");
    }

    /** Who has bought since the fit is not due; the next fit will know more. */
    private static Fragment byModel(Wanted wanted, Optional<Cursor> after) {
        Fragment unbought = Fragment.of(" AND b.last_day < ?", wanted.fittedAsOf());
        return after.map(cursor -> unbought.add(
                        " AND (o.due_day > ? OR COALESCE(o.spend, 0) < ?"
                                + " OR (COALESCE(o.spend, 0) = ? AND o.buyer_id > ?))",
                        cursor.dayAt(0),
                        cursor.decimalAt(1),
                        cursor.decimalAt(1),
                        cursor.longAt(2)))
                .orElse(unbought);
    }

    private static Fragment byCycle(Optional<Cursor> after) {
        return after.map(cursor -> Fragment.of(" AND (b.due_day > ? OR b.id > ?)", cursor.dayAt(0), cursor.longAt(2)))
                .orElse(Fragment.EMPTY);
    }

    static Cursor cursorOf(DueBuyerResponse buyer) {
        String spend = buyer.reason().expectedSpend();
        return Cursor.of(buyer.dueDay(), spend == null ? BigDecimal.ZERO : spend, buyer.buyerId());
    }

    private DueBuyerResponse response(Wanted wanted, Row row) throws SQLException {
        LocalDate due = row.dayAt(wanted.isByModel() ? "forecast_day" : "due_day");
        return new DueBuyerResponse(
                Id.of(row.longAt("id")),
                row.textAt("platform_id"),
                phone.of(wanted.shopId(), row.bytesAt("phone_enc")),
                row.enumAt("tier", Tier.class),
                Id.ofNullable(row.nullableLongAt("follower_id")),
                row.textAt("follower_status"),
                Id.ofNullable(row.nullableLongAt("account_id")),
                due,
                row.dayAt("next_from"),
                row.dayAt("next_to"),
                wanted.isByModel() ? ForecastBasis.BG_NBD : ForecastBasis.CYCLE,
                reason(wanted, due, row));
    }

    private static DueReason reason(Wanted wanted, LocalDate due, Row row) throws SQLException {
        LocalDate last = row.dayAt("last_day");
        BigDecimal spend = row.decimalAt("spend");
        return new DueReason(
                due.equals(row.dayAt("next_day")) ? DueCode.EXPECTED : byCycle(due, wanted.today()),
                row.intAt("purchase_days"),
                last,
                ChronoUnit.DAYS.between(last, wanted.today()),
                ownCycle(row),
                row.dayAt("due_day"),
                row.nullableDoubleAt("alive"),
                row.nullableDoubleAt("purchases30"),
                spend == null ? null : spend.toPlainString());
    }

    private static DueCode byCycle(LocalDate due, LocalDate today) {
        return due.isBefore(today) ? DueCode.CYCLE_OVERDUE : DueCode.CYCLE_DUE;
    }

    /** Of the shop's cycle as of its last tiering, on which the due day rests as well; null before the first one. */
    private static String ownCycle(Row row) throws SQLException {
        if (row.longAt("cycle_intervals") == 0) {
            return null;
        }
        MeanCycle shop = new MeanCycle(
                row.enumAt("cycle_basis", CycleBasis.class), row.longAt("cycle_days"), row.longAt("cycle_intervals"));
        return OwnCycle.of(row.intAt("purchase_days"), row.dayAt("first_day"), row.dayAt("last_day"), shop)
                .days()
                .toPlainString();
    }
}

package io.siyu.follower.due;

import io.siyu.buyer.Tier;
import io.siyu.buyer.contact.MaskedPhone;
import io.siyu.buyer.standing.ShopStandings;
import io.siyu.cycle.measure.CycleBasis;
import io.siyu.cycle.measure.MeanCycle;
import io.siyu.cycle.measure.OwnCycle;
import io.siyu.forecast.ForecastBasis;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.tier.TierStandings;

import jakarta.enterprise.context.ApplicationScoped;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads who is due: by the model, or by the own cycle alone; of the whole shop, or of the followers of some accounts.
 * Nobody is listed who opted out or was erased.
 */
@ApplicationScoped
class DueBuyerQueries {
    static final String CYCLE = " LEFT JOIN tier_run r ON r.shop_id = b.shop_id";
    static final String FORECAST_AND_CYCLE =
            " LEFT JOIN buyer_forecast o ON o.shop_id = b.shop_id AND o.buyer_id = b.id" + CYCLE;
    static final String NOBODY_WHO_LEFT = " AND NOT b.opted_out AND b.erased_at IS NULL"
            + " AND b.merged_into IS NULL AND COALESCE(f.status, '') <> 'OPTED_OUT'";

    private static final String COLUMNS =
            "SELECT b.id, b.platform_id, b.phone_enc, b.tier, b.purchase_days, b.first_day,"
                    + " b.last_day, b.due_order, " + TierStandings.DUE_DAY
                    + " AS cycle_day, f.id AS follower_id, f.status AS follower_status, f.account_id, o.alive,"
                    + " o.purchases30, o.due_day AS forecast_day, o.next_day, o.next_from, o.next_to, o.spend, r.cycle_basis,"
                    + " r.cycle_days, r.cycle_intervals";

    private final Sql sql;
    private final ShopStandings standings;
    private final MaskedPhone phone;

    DueBuyerQueries(Sql sql, ShopStandings standings, MaskedPhone phone) {
        this.sql = sql;
        this.standings = standings;
        this.phone = phone;
    }

    /**
     * Who is asked for.
     *
     * @param from the first due day, today or before
     * @param accountIds only followers of these who can still be talked to; null for the whole shop
     * @param basis the model that holds, or the cycle
     * @param fittedAsOf the model's day, null where the cycle answers
     */
    record Wanted(
            long shopId,
            LocalDate today,
            LocalDate from,
            LocalDate to,
            List<Long> accountIds,
            ForecastBasis basis,
            LocalDate fittedAsOf) {
        boolean isByModel() {
            return basis != ForecastBasis.CYCLE;
        }

        /** How many values the cursor of the list has. */
        int cursorSize() {
            return isByModel() ? 3 : 4;
        }
    }

    /** @param cursor of the page that ends with the buyer */
    record Listed(DueBuyerResponse buyer, Cursor cursor) {}

    List<Listed> list(Wanted wanted, Optional<Cursor> after, int rows) {
        return query(wanted, after, rows)
                .map(query -> sql.list(query, row -> listed(wanted, row)))
                .orElse(List.of());
    }

    /** Empty where nobody can be due. */
    Optional<SqlFragment> query(Wanted wanted, Optional<Cursor> after, int rows) {
        if (wanted.accountIds() != null && wanted.accountIds().isEmpty()) {
            return Optional.empty();
        }
        if (wanted.isByModel()) {
            return Optional.of(DueByModel.page(COLUMNS, wanted, after, rows));
        }
        DueByCycle due = new DueByCycle(wanted, after, rows);
        return wanted.accountIds() == null
                ? standings
                        .find(wanted.shopId())
                        .cycle()
                        .map(cycle -> due.ofShop(COLUMNS, cycle, purchaseDays(wanted.shopId())))
                : Optional.of(due.ofAccounts(COLUMNS));
    }

    /** All numbers of purchase days that buyers of the shop have: those from two on are told by the figures of spans. */
    private List<Integer> purchaseDays(long shopId) {
        List<Integer> numbers = new ArrayList<>(List.of(1));
        numbers.addAll(sql.list(
                "SELECT point + 1 AS days FROM cycle_figure"
                        + " WHERE shop_id = ? AND basis = 'BUYERS' AND kind = 'SPAN' AND n > 0",
                row -> row.intAt("days"),
                shopId));
        return numbers;
    }

    /** The followers {@code f}, to follow the tables. */
    static SqlFragment ofAccounts(Wanted wanted) {
        String places = Sql.places(wanted.accountIds().size());
        return SqlFragment.of(" WHERE f.shop_id = ?", wanted.shopId())
                .add(
                        " AND f.account_id IN (" + places + ")",
                        wanted.accountIds().toArray())
                .add(" AND f.status <> 'LOST'");
    }

    private Listed listed(Wanted wanted, ResultRow row) throws SQLException {
        DueBuyerResponse buyer = response(wanted, row);
        return new Listed(
                buyer,
                wanted.isByModel() ? DueByModel.cursorOf(buyer) : DueByCycle.cursorOf(buyer, row.longAt("due_order")));
    }

    private DueBuyerResponse response(Wanted wanted, ResultRow row) throws SQLException {
        LocalDate due = row.dayAt(wanted.isByModel() ? "forecast_day" : "cycle_day");
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
                wanted.basis(),
                reason(wanted, due, row));
    }

    private static DueReason reason(Wanted wanted, LocalDate due, ResultRow row) throws SQLException {
        LocalDate last = row.dayAt("last_day");
        BigDecimal spend = row.decimalAt("spend");
        return new DueReason(
                due.equals(row.dayAt("next_day")) ? DueCode.EXPECTED : byCycle(due, wanted.today()),
                row.intAt("purchase_days"),
                last,
                ChronoUnit.DAYS.between(last, wanted.today()),
                ownCycle(row),
                row.dayAt("cycle_day"),
                row.nullableDoubleAt("alive"),
                row.nullableDoubleAt("purchases30"),
                spend == null ? null : spend.toPlainString());
    }

    private static DueCode byCycle(LocalDate due, LocalDate today) {
        return due.isBefore(today) ? DueCode.CYCLE_OVERDUE : DueCode.CYCLE_DUE;
    }

    /** Of the shop's cycle as of its last tiering, on which the due day rests as well; null before the first one. */
    private static String ownCycle(ResultRow row) throws SQLException {
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

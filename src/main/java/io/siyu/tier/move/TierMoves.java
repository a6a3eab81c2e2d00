package io.siyu.tier.move;

import io.siyu.buyer.Tier;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * All moves of a shop's buyers in the sequence in which they came to be, so that who has read up to one of them misses
 * none: a run's number is larger than those of all runs before it, and it goes through its buyers by their ids.
 */
@ApplicationScoped
class TierMoves {
    private static final String COLUMNS =
            "SELECT run_no, buyer_id, from_tier, to_tier, day, reason FROM buyer_tier_move WHERE shop_id = ?";

    private final Sql sql;

    TierMoves(Sql sql) {
        this.sql = sql;
    }

    /**
     * @param from the first day, or null for all since the beginning
     * @param to the last day, or null for all up to now
     */
    Page<TierMoveResponse> list(long shopId, LocalDate from, LocalDate to, PageRequest page) {
        Cursor after = page.cursor(2).orElse(Cursor.of(0, 0));
        long run = after.longAt(0);
        // The rest of the run that the cursor stands in, and the runs after it: each is one range of the primary key.
        List<SqlFragment> parts = List.of(
                SqlFragment.of(" AND run_no = ? AND buyer_id > ?", run, after.longAt(1)),
                SqlFragment.of(" AND run_no > ?", run));
        List<TierMoveResponse> rows = new ArrayList<>();
        for (SqlFragment part : parts) {
            int missing = page.rowsToRead() - rows.size();
            if (missing > 0) {
                SqlFragment query = SqlFragment.of(COLUMNS, shopId)
                        .add(part)
                        .add(between(from, to))
                        .add(" ORDER BY run_no, buyer_id LIMIT ?", missing);
                rows.addAll(sql.list(query, TierMoves::response));
            }
        }
        return Page.of(rows, page.limit(), row -> Cursor.decode(row.id(), 2).orElseThrow());
    }

    private static SqlFragment between(LocalDate from, LocalDate to) {
        SqlFragment days = from == null ? SqlFragment.EMPTY : SqlFragment.of(" AND day >= ?", from);
        return to == null ? days : days.add(" AND day <= ?", to);
    }

    private static TierMoveResponse response(ResultRow row) throws SQLException {
        return TierMoveResponse.of(
                row.longAt("run_no"),
                row.longAt("buyer_id"),
                row.enumAt("from_tier", Tier.class),
                row.enumAt("to_tier", Tier.class),
                row.dayAt("day"),
                row.textAt("reason"));
    }
}

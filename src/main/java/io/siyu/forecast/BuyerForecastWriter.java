package io.siyu.forecast;

import io.siyu.platform.sql.BulkInsert;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Stores what is expected of buyers: only what differs is written. */
@ApplicationScoped
public class BuyerForecastWriter {
    private static final int ROWS_A_BATCH = 5000;
    private static final BulkInsert.Table FORECASTS = BulkInsert.Table.of(
            "buyer_forecast",
            "shop_id",
            "buyer_id",
            "alive",
            "purchases30",
            "purchases90",
            "next_day",
            "next_from",
            "next_to",
            "due_day",
            "spend");

    /** Every one of the rows is there: this is the form in which one statement changes thousands of them. */
    private static final String UPDATE =
            "INSERT INTO buyer_forecast (shop_id, buyer_id, alive, purchases30, purchases90,"
                    + " next_day, next_from, next_to, due_day, spend) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE"
                    + " alive = VALUES(alive), purchases30 = VALUES(purchases30), purchases90 = VALUES(purchases90),"
                    + " next_day = VALUES(next_day), next_from = VALUES(next_from), next_to = VALUES(next_to),"
                    + " due_day = VALUES(due_day), spend = VALUES(spend)";

    private final Sql sql;
    private final BulkInsert bulk;

    BuyerForecastWriter(Sql sql, BulkInsert bulk) {
        this.sql = sql;
        this.bulk = bulk;
    }

    /**
     * Makes a range of the table say what is expected of these buyers, and nothing of anybody else in the range.
     *
     * @param afterId the range begins behind this buyer
     * @param toId and ends with this one
     */
    public void write(long shopId, long afterId, long toId, Map<Long, BuyerForecast> expected) {
        Map<Long, BuyerForecast> stored = stored(shopId, afterId, toId);
        List<Object[]> fresh = new ArrayList<>();
        List<Object[]> changed = new ArrayList<>();
        expected.forEach((id, forecast) -> {
            BuyerForecast before = stored.remove(id);
            if (before == null) {
                fresh.add(values(shopId, id, forecast));
            } else if (!before.equals(forecast)) {
                changed.add(values(shopId, id, forecast));
            }
        });
        bulk.insert(FORECASTS, fresh);
        sql.batch(UPDATE, changed);
        delete(shopId, List.copyOf(stored.keySet()));
    }

    void delete(long shopId, List<Long> buyerIds) {
        for (List<Long> some : InLists.of(buyerIds)) {
            sql.update(
                    "DELETE FROM buyer_forecast WHERE shop_id = ? AND buyer_id IN (" + Sql.places(some.size()) + ")",
                    InLists.params(some, shopId));
        }
    }

    /** @return whether there may be more */
    public boolean deleteSome(long shopId) {
        return sql.update("DELETE FROM buyer_forecast WHERE shop_id = ? LIMIT " + ROWS_A_BATCH, shopId) == ROWS_A_BATCH;
    }

    private Map<Long, BuyerForecast> stored(long shopId, long afterId, long toId) {
        Map<Long, BuyerForecast> stored = new HashMap<>();
        sql.forEach(
                "SELECT * FROM buyer_forecast WHERE shop_id = ? AND buyer_id > ? AND buyer_id <= ?",
                row -> stored.put(row.longAt("buyer_id"), read(row)),
                shopId,
                afterId,
                toId);
        return stored;
    }

    private static BuyerForecast read(ResultRow row) throws SQLException {
        return new BuyerForecast(
                row.doubleAt("alive"),
                row.doubleAt("purchases30"),
                row.doubleAt("purchases90"),
                row.dayAt("next_day"),
                row.dayAt("next_from"),
                row.dayAt("next_to"),
                row.dayAt("due_day"),
                row.decimalAt("spend"));
    }

    private static Object[] values(long shopId, long buyerId, BuyerForecast forecast) {
        return new Object[] {
            shopId,
            buyerId,
            forecast.alive(),
            forecast.purchases30(),
            forecast.purchases90(),
            forecast.nextDay(),
            forecast.nextFrom(),
            forecast.nextTo(),
            forecast.dueDay(),
            forecast.spend()
        };
    }
}

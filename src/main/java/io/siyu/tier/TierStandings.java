package io.siyu.tier;

import io.siyu.buyer.standing.KeptCycle;
import io.siyu.buyer.standing.RfmScale;
import io.siyu.buyer.standing.ShopStanding;
import io.siyu.buyer.standing.ShopStandings;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The shops' cycles as of their last tiering, and their scales, one a day on which tiers were worked out. */
@ApplicationScoped
public class TierStandings implements ShopStandings {
    /** The due day of the buyer {@code b} in SQL, by the shop's row of {@code tier_run r}; NULL without such a row. */
    public static final String DUE_DAY = KeptCycle.dueDay("r.cycle_days", "r.cycle_intervals");

    private final Sql sql;

    TierStandings(Sql sql) {
        this.sql = sql;
    }

    /** The scale is the one that goes with the tiers that are stored now. */
    @Override
    public ShopStanding find(long shopId) {
        return sql.first(
                        "SELECT r.cycle_days, r.cycle_intervals, s.* FROM tier_run r"
                                + " LEFT JOIN rfm_scale s ON s.shop_id = r.shop_id AND s.day = r.day"
                                + " WHERE r.shop_id = ?",
                        row -> new ShopStanding(scale(row), cycle(row)),
                        shopId)
                .orElse(new ShopStanding(Optional.empty(), Optional.empty()));
    }

    /** Keeps a scale, instead of an earlier one of the same day. */
    public void keep(long shopId, RfmScale scale) {
        List<Object> values = new ArrayList<>(List.of(shopId, scale.day(), scale.buyers()));
        values.addAll(scale.lastDays());
        values.addAll(scale.purchaseDays());
        values.addAll(scale.netSpends());
        sql.update(
                "REPLACE INTO rfm_scale (shop_id, day, buyers, r1, r2, r3, r4, f1, f2, f3, f4, m1, m2, m3, m4) VALUES ("
                        + Sql.places(values.size()) + ")",
                values.toArray());
    }

    private static Optional<KeptCycle> cycle(ResultRow row) throws SQLException {
        long intervals = row.longAt("cycle_intervals");
        return intervals == 0 ? Optional.empty() : Optional.of(new KeptCycle(row.longAt("cycle_days"), intervals));
    }

    private static Optional<RfmScale> scale(ResultRow row) throws SQLException {
        return row.dayAt("day") == null
                ? Optional.empty()
                : Optional.of(new RfmScale(
                        row.dayAt("day"),
                        row.longAt("buyers"),
                        List.of(row.dayAt("r1"), row.dayAt("r2"), row.dayAt("r3"), row.dayAt("r4")),
                        List.of(row.intAt("f1"), row.intAt("f2"), row.intAt("f3"), row.intAt("f4")),
                        List.of(row.decimalAt("m1"), row.decimalAt("m2"), row.decimalAt("m3"), row.decimalAt("m4"))));
    }
}

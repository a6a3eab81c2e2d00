package io.siyu.buyer.standing;

import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The shops' scales, one a day on which tiers were worked out. */
@ApplicationScoped
public class RfmScales {
    private final Sql sql;

    RfmScales(Sql sql) {
        this.sql = sql;
    }

    /** The one that goes with the tiers that are stored now; none as long as nobody has purchased. */
    public Optional<RfmScale> find(long shopId) {
        return sql.first(
                "SELECT s.* FROM tier_run t JOIN rfm_scale s ON s.shop_id = t.shop_id AND s.day = t.day"
                        + " WHERE t.shop_id = ?",
                RfmScales::read,
                shopId);
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

    private static RfmScale read(ResultRow row) throws SQLException {
        return new RfmScale(
                row.dayAt("day"),
                row.longAt("buyers"),
                List.of(row.dayAt("r1"), row.dayAt("r2"), row.dayAt("r3"), row.dayAt("r4")),
                List.of(row.intAt("f1"), row.intAt("f2"), row.intAt("f3"), row.intAt("f4")),
                List.of(row.decimalAt("m1"), row.decimalAt("m2"), row.decimalAt("m3"), row.decimalAt("m4")));
    }
}

package io.siyu.tier.rfm;

import io.siyu.buyer.standing.RfmScale;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.tier.TierStandings;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Locale;

/** Shows how a shop's buyers spread over recency, frequency and money. */
@ApplicationScoped
class RfmService {
    private final TierStandings standings;
    private final Sql sql;

    RfmService(TierStandings standings, Sql sql) {
        this.standings = standings;
        this.sql = sql;
    }

    RfmResponse of(long shopId) {
        return standings
                .find(shopId)
                .scale()
                .map(scale -> RfmResponse.of(
                        scale,
                        sql.list(
                                cells(shopId, scale),
                                row -> new RfmResponse.Cell(
                                        row.intAt("r"), row.intAt("f"), row.intAt("m"), row.longAt("buyers")))))
                .orElseGet(RfmResponse::none);
    }

    private static SqlFragment cells(long shopId, RfmScale scale) {
        SqlFragment cells = SqlFragment.of("SELECT ");
        for (RfmScale.Dimension dimension : RfmScale.Dimension.values()) {
            cells = cells.add(scale.score(dimension, "b"))
                    .add(" AS " + dimension.name().toLowerCase(Locale.ROOT) + ", ");
        }
        return cells.add(
                "COUNT(*) AS buyers FROM buyer b WHERE b.shop_id = ? AND b.purchase_days > 0"
                        + " GROUP BY 1, 2, 3 ORDER BY 1 DESC, 2 DESC, 3 DESC",
                shopId);
    }
}

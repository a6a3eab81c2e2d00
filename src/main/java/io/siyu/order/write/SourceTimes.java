package io.siyu.order.write;

import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;

/** As of when a source told an order: a word that is older than the one before changes nothing. */
@ApplicationScoped
public class SourceTimes {
    private final Sql sql;

    SourceTimes(Sql sql) {
        this.sql = sql;
    }

    /** Has an order whose source said no time be as of one. */
    public void set(long shopId, String orderNo, Instant at) {
        sql.update(
                "UPDATE shop_order SET source_at = ? WHERE shop_id = ? AND order_no = ? AND source_at IS NULL",
                at,
                shopId,
                orderNo);
    }
}

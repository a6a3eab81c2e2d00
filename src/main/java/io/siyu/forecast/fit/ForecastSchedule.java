package io.siyu.forecast.fit;

import io.siyu.platform.sql.Sql;
import io.siyu.platform.time.LeaseKeeper;
import io.siyu.platform.time.ShopLease;
import io.siyu.platform.time.WorkConfig;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One row a shop: until when its nightly fit holds, and who fits it at the moment. */
@ApplicationScoped
class ForecastSchedule {
    private final Sql sql;
    private final ShopLease lease;
    private final Duration time;

    ForecastSchedule(Sql sql, WorkConfig config) {
        this.time = config.lease();
        this.sql = sql;
        this.lease = new ShopLease(sql, "forecast_schedule");
    }

    /** Makes sure that the shop has its row, and holds it until the transaction ends. */
    void lock(long shopId, Instant now, Instant nextNight) {
        sql.update(
                "INSERT INTO forecast_schedule (shop_id, valid_from, valid_until) VALUES (?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE lease_owner = lease_owner",
                shopId,
                now,
                nextNight);
    }

    Optional<Instant> findDueSince(Instant now) {
        return sql.list(
                        "SELECT MIN(valid_until) AS since FROM forecast_schedule WHERE valid_until <= ?",
                        row -> Optional.ofNullable(row.instantAt("since")),
                        now)
                .get(0);
    }

    /** Some shops whose nightly fit does not hold now. */
    List<Long> listDue(Instant now, int most) {
        return sql.list(
                "(SELECT shop_id FROM forecast_schedule WHERE valid_until <= ? ORDER BY valid_until LIMIT " + most + ")"
                        + " UNION (SELECT shop_id FROM forecast_schedule WHERE valid_from > ? ORDER BY valid_from LIMIT "
                        + most + ") LIMIT " + most,
                row -> row.longAt("shop_id"),
                now,
                now);
    }

    /** @return false if another replica has opened this night before */
    boolean open(long shopId, Instant now, Instant from, Instant until) {
        return sql.update(
                        "UPDATE forecast_schedule SET valid_from = ?, valid_until = ?"
                                + " WHERE shop_id = ? AND (valid_until <= ? OR valid_from > ?)",
                        from,
                        until,
                        shopId,
                        now,
                        now)
                == 1;
    }

    /** Whether nobody was fitting the shop and the owner does from now on. */
    boolean take(long shopId, String owner) {
        return lease.take(shopId, owner, time);
    }

    /** Keeps the lease, and with it locks the shop's row; false if someone else has it. */
    boolean keep(long shopId, String owner) {
        return lease.keep(shopId, owner, time);
    }

    void release(long shopId, String owner) {
        lease.release(shopId, owner);
    }

    /** The lease as its owner keeps it while at work. */
    LeaseKeeper.Lease kept(long shopId, String owner) {
        return new LeaseKeeper.Lease(
                "the forecast of shop " + shopId, time, () -> keep(shopId, owner), () -> release(shopId, owner));
    }
}

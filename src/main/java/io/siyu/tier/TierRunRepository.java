package io.siyu.tier;

import io.siyu.cycle.MeanCycle;
import io.siyu.platform.sql.Sql;
import io.siyu.shop.Shop;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** One row a shop: the run that worked out its tiers, and for how long they hold. */
@ApplicationScoped
class TierRunRepository {
    /** A run that has not ended by then has died, and another may take over. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final Sql sql;

    TierRunRepository(Sql sql) {
        this.sql = sql;
    }

    /** Takes over from any run that is still under way. */
    void begin(long shopId, long runNo, LocalDate day, Instant now) {
        takeOver(shopId, runNo, day, now, now.plus(LEASE));
    }

    /** Makes the shop due at once; a run that is under way knows too little and goes no further. */
    void expire(long shopId, long runNo, LocalDate day, Instant now) {
        takeOver(shopId, runNo, day, now, now);
    }

    private void takeOver(long shopId, long runNo, LocalDate day, Instant now, Instant until) {
        sql.update(
                "INSERT INTO tier_run (shop_id, run_no, day, valid_from, valid_until, policy_revision, cycle_basis,"
                        + " cycle_days, cycle_intervals, moved) VALUES (?, ?, ?, ?, ?, 0, 'DEFAULT', 0, 0, 0)"
                        + " ON DUPLICATE KEY UPDATE run_no = VALUES(run_no), day = VALUES(day),"
                        + " valid_from = VALUES(valid_from), valid_until = VALUES(valid_until), finished_at = NULL",
                shopId,
                runNo,
                day,
                now,
                until);
    }

    /**
     * Renews the lease, and with it locks the shop's row until the transaction ends.
     *
     * @return false if a later run took over
     */
    boolean renew(long shopId, long runNo, Instant now) {
        return sql.update(
                        "UPDATE tier_run SET valid_until = ? WHERE shop_id = ? AND run_no = ?",
                        now.plus(LEASE),
                        shopId,
                        runNo)
                == 1;
    }

    /** The tiers hold until the shop's day ends; if the clock is set to before it began, they do not hold either. */
    void finish(Shop shop, long runNo, int policyRevision, TierContext context, int moved, Instant now) {
        MeanCycle cycle = context.shopCycle();
        sql.update(
                "UPDATE tier_run SET valid_from = ?, valid_until = ?, policy_revision = ?, cycle_basis = ?,"
                        + " cycle_days = ?, cycle_intervals = ?, moved = ?, finished_at = ?"
                        + " WHERE shop_id = ? AND run_no = ?",
                context.asOf().atStartOfDay(shop.zone()).toInstant(),
                context.asOf().plusDays(1).atStartOfDay(shop.zone()).toInstant(),
                policyRevision,
                cycle.basis(),
                cycle.days(),
                cycle.intervals(),
                moved,
                now,
                shop.id(),
                runNo);
    }

    /** Some shops whose tiers do not hold now. */
    List<Long> listDue(Instant now, int most) {
        return sql.list(
                "(SELECT shop_id FROM tier_run WHERE valid_until <= ? ORDER BY valid_until LIMIT " + most + ")"
                        + " UNION (SELECT shop_id FROM tier_run WHERE valid_from > ? ORDER BY valid_from LIMIT " + most
                        + ") LIMIT " + most,
                row -> row.longAt("shop_id"),
                now,
                now);
    }
}

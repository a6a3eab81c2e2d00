package io.siyu.buyer.standing;

import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Optional;

/** The shops' cycles as of their last tiering. */
@ApplicationScoped
public class KeptCycles {
    private final Sql sql;

    KeptCycles(Sql sql) {
        this.sql = sql;
    }

    /** Empty until the shop's tiers were first worked out: nobody is due until then. */
    public Optional<KeptCycle> find(long shopId) {
        return sql.first(
                "SELECT cycle_days, cycle_intervals FROM tier_run WHERE shop_id = ? AND cycle_intervals > 0",
                row -> new KeptCycle(row.longAt("cycle_days"), row.longAt("cycle_intervals")),
                shopId);
    }
}

package io.siyu.order.hook;

import io.siyu.platform.sql.Contention;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;

/**
 * One worker at a time at a shop's deliveries. The lease is measured by the database's clock, which all replicas share;
 * one that a dead replica left lapses.
 */
@ApplicationScoped
class HookLane {
    private final Sql sql;

    HookLane(Sql sql) {
        this.sql = sql;
    }

    /** Whether the lane was free and is now the owner's. */
    boolean take(long shopId, String owner, Duration lease) {
        return Contention.inTransaction(() -> {
            sql.update(
                    "INSERT INTO hook_lane (shop_id) VALUES (?) ON DUPLICATE KEY UPDATE shop_id = VALUES(shop_id)",
                    shopId);
            return sql.update(
                            "UPDATE hook_lane SET lease_owner = ?,"
                                    + " lease_until = TIMESTAMPADD(SECOND, ?, UTC_TIMESTAMP(6)) WHERE shop_id = ?"
                                    + " AND (lease_until IS NULL OR lease_until < UTC_TIMESTAMP(6))",
                            owner,
                            lease.toSeconds(),
                            shopId)
                    == 1;
        });
    }

    /** Whether the lane is still the owner's, who has it for another while. */
    boolean keep(long shopId, String owner, Duration lease) {
        return Contention.inTransaction(() -> sql.update(
                        "UPDATE hook_lane SET lease_until = TIMESTAMPADD(SECOND, ?, UTC_TIMESTAMP(6))"
                                + " WHERE shop_id = ? AND lease_owner = ?",
                        lease.toSeconds(),
                        shopId,
                        owner)
                == 1);
    }

    void release(long shopId, String owner) {
        Contention.inTransaction(() -> sql.update(
                "UPDATE hook_lane SET lease_owner = NULL, lease_until = NULL WHERE shop_id = ? AND lease_owner = ?",
                shopId,
                owner));
    }
}

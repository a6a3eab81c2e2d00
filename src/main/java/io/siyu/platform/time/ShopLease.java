package io.siyu.platform.time;

import io.siyu.platform.sql.Sql;

import java.time.Duration;

/**
 * One worker at a time at something of a shop: a lease in the shop's row of a table with shop_id, lease_owner and
 * lease_until. It is measured by the database's clock, the one clock that all replicas share and nobody sets; one that a
 * dead replica left lapses. Everything happens in the caller's transaction.
 */
public final class ShopLease {
    private static final String LAPSES = "lease_until = TIMESTAMPADD(SECOND, ?, UTC_TIMESTAMP(6))";

    private final Sql sql;
    private final String table;

    /** @param table the row must be there */
    public ShopLease(Sql sql, String table) {
        this.sql = sql;
        this.table = table;
    }

    /** That nobody has the lease, or that there is no row yet, as a condition in SQL. */
    public static String isFree(String alias) {
        return "(" + alias + ".lease_until IS NULL OR " + alias + ".lease_until < UTC_TIMESTAMP(6))";
    }

    /** Whether the lease was free and is now the owner's. */
    public boolean take(long shopId, String owner, Duration lease) {
        return sql.update(
                        "UPDATE " + table + " SET lease_owner = ?, " + LAPSES + " WHERE shop_id = ? AND "
                                + isFree(table),
                        owner,
                        lease.toSeconds(),
                        shopId)
                == 1;
    }

    /** Whether the lease is still the owner's, who has it for another while. Locks the shop's row. */
    public boolean keep(long shopId, String owner, Duration lease) {
        return sql.update(
                        "UPDATE " + table + " SET " + LAPSES + " WHERE shop_id = ? AND lease_owner = ?",
                        lease.toSeconds(),
                        shopId,
                        owner)
                == 1;
    }

    public void release(long shopId, String owner) {
        sql.update(
                "UPDATE " + table + " SET lease_owner = NULL, lease_until = NULL WHERE shop_id = ? AND lease_owner = ?",
                shopId,
                owner);
    }
}

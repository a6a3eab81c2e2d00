package io.siyu.order.write;

import io.siyu.platform.sql.Sql;
import io.siyu.platform.time.LeaseKeeper;
import io.siyu.platform.time.LeaseLostException;
import io.siyu.platform.time.ShopLease;

import jakarta.enterprise.context.ApplicationScoped;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * By this a shop's orders are written one transaction after the other. Writing takes the lock of the shop's row; an
 * import moreover holds the import lease, so that one import of a shop runs at a time.
 */
@ApplicationScoped
public class ShopWriteLock {
    /** A table of its own, so that a lease can be prolonged while transactions of its owner have the lock. */
    public static final String LEASE = "import_lease";

    private final Sql sql;
    private final ShopLease lease;

    ShopWriteLock(Sql sql) {
        this.sql = sql;
        this.lease = new ShopLease(sql, LEASE);
    }

    /** Waits for other writers of the shop's orders; holds them off until the end of the transaction. */
    public void lock(long shopId) {
        sql.update(
                "INSERT INTO shop_write_lock (shop_id, fence, counted_minimum) SELECT id, 1, minimum_order_amount FROM shop"
                        + " WHERE id = ? ON DUPLICATE KEY UPDATE fence = fence + 1",
                shopId);
    }

    /** The least net amount that counts, as it is now; whoever holds the lock may judge orders by it. */
    public BigDecimal minimumOrderAmount(long shopId) {
        return sql.first(
                        "SELECT minimum_order_amount FROM shop WHERE id = ?",
                        row -> row.decimalAt("minimum_order_amount"),
                        shopId)
                .orElseThrow();
    }

    /** Whether the import lease was free and is now the owner's. In a transaction. */
    public boolean take(long shopId, String owner, Duration time) {
        lock(shopId);
        sql.update(
                "INSERT INTO " + LEASE + " (shop_id) VALUES (?) ON DUPLICATE KEY UPDATE shop_id = VALUES(shop_id)",
                shopId);
        boolean isTaken = lease.take(shopId, owner, time);
        if (isTaken) {
            sql.update("UPDATE shop_write_lock SET owner = ? WHERE shop_id = ?", owner, shopId);
        }
        return isTaken;
    }

    /**
     * Keeps the lease and takes the lock, with the next fence.
     *
     * @throws LeaseLostException if someone else has the lease
     */
    public void keep(long shopId, String owner, Duration time) {
        sql.update("UPDATE shop_write_lock SET fence = fence + 1 WHERE shop_id = ?", shopId);
        prolong(shopId, owner, time);
    }

    /**
     * Holds off everybody but the other transactions of the lease's owner, until the end of the transaction.
     *
     * @return the lock's fence
     * @throws LeaseLostException if someone else has the lease
     */
    public long share(long shopId, String owner) {
        return sql.first(
                        "SELECT fence FROM shop_write_lock WHERE shop_id = ? AND owner = ? LOCK IN SHARE MODE",
                        row -> row.longAt("fence"),
                        shopId,
                        owner)
                .orElseThrow(LeaseLostException::new);
    }

    /** The lock's fence: a number that grows with every transaction that writes alone. */
    public long fence(long shopId) {
        return sql.first("SELECT fence FROM shop_write_lock WHERE shop_id = ?", row -> row.longAt("fence"), shopId)
                .orElseThrow();
    }

    /**
     * Keeps the lease alive without writing anything.
     *
     * @throws LeaseLostException if someone else has the lease
     */
    void prolong(long shopId, String owner, Duration time) {
        if (!lease.keep(shopId, owner, time)) {
            throw new LeaseLostException();
        }
    }

    public void release(long shopId, String owner) {
        lease.release(shopId, owner);
    }

    /** The lease as its owner keeps it while at work. */
    public LeaseKeeper.Lease kept(long shopId, String owner, Duration time) {
        return new LeaseKeeper.Lease(
                "the imports of shop " + shopId,
                time,
                () -> lease.keep(shopId, owner, time),
                () -> lease.release(shopId, owner));
    }
}

package io.siyu.order.write;

import io.siyu.platform.sql.Sql;
import io.siyu.platform.time.LeaseLostException;

import jakarta.enterprise.context.ApplicationScoped;

import java.math.BigDecimal;

/**
 * By this a shop's orders are written one transaction after the other. Whoever writes takes the lock of the shop's row;
 * only the transactions of the one owner that it was given to may share it.
 */
@ApplicationScoped
public class ShopWriteLock {
    private final Sql sql;

    ShopWriteLock(Sql sql) {
        this.sql = sql;
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

    /** From now on this owner's transactions may share the lock, and nobody else's. By whoever holds the lock. */
    public void giveTo(long shopId, String owner) {
        sql.update("UPDATE shop_write_lock SET owner = ? WHERE shop_id = ?", owner, shopId);
    }

    /**
     * Holds off everybody but the other transactions of the owner, until the end of the transaction.
     *
     * @return the lock's fence
     * @throws LeaseLostException if it was given to someone else
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
}

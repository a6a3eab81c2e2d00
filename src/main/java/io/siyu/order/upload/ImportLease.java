package io.siyu.order.upload;

import io.siyu.order.write.ShopWriteLock;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.time.LeaseKeeper;
import io.siyu.platform.time.LeaseLostException;
import io.siyu.platform.time.ShopLease;

import jakarta.inject.Singleton;

import java.time.Duration;

/**
 * By this one import of a shop runs at a time; it lapses if its worker dies. Whoever has it may share the shop's write
 * lock among the transactions of its import.
 */
@Singleton
class ImportLease {
    /** A table of its own, so that a lease can be prolonged while transactions of its owner have the write lock. */
    static final String TABLE = "import_lease";

    private final Sql sql;
    private final ShopWriteLock writeLock;
    private final ShopLease lease;

    ImportLease(Sql sql, ShopWriteLock writeLock) {
        this.sql = sql;
        this.writeLock = writeLock;
        this.lease = new ShopLease(sql, TABLE);
    }

    /** Whether it was free and is now the owner's. In a transaction. */
    boolean take(long shopId, String owner, Duration time) {
        writeLock.lock(shopId);
        sql.update(
                "INSERT INTO " + TABLE + " (shop_id) VALUES (?) ON DUPLICATE KEY UPDATE shop_id = VALUES(shop_id)",
                shopId);
        boolean isTaken = lease.take(shopId, owner, time);
        if (isTaken) {
            writeLock.giveTo(shopId, owner);
        }
        return isTaken;
    }

    /**
     * Keeps it for another while and takes the write lock, with the next fence. In a transaction.
     *
     * @throws LeaseLostException if someone else has the lease
     */
    void keepAndLock(long shopId, String owner, Duration time) {
        writeLock.lock(shopId);
        if (!lease.keep(shopId, owner, time)) {
            throw new LeaseLostException();
        }
    }

    void release(long shopId, String owner) {
        lease.release(shopId, owner);
    }

    /** As its owner keeps it while at work. */
    LeaseKeeper.Lease kept(long shopId, String owner, Duration time) {
        return new LeaseKeeper.Lease(
                "the imports of shop " + shopId,
                time,
                () -> lease.keep(shopId, owner, time),
                () -> lease.release(shopId, owner));
    }
}

package io.siyu.webhook.work;

import io.siyu.platform.sql.Sql;
import io.siyu.platform.time.LeaseKeeper;
import io.siyu.platform.time.LeaseLostException;
import io.siyu.platform.time.ShopLease;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;

/** One worker at a time at a shop's deliveries. */
@ApplicationScoped
public class WebhookLease {
    private final Sql sql;
    private final ShopLease lease;

    WebhookLease(Sql sql) {
        this.sql = sql;
        this.lease = new ShopLease(sql, "webhook_lease");
    }

    /** Whether the lease was free and is now the owner's. In a transaction. */
    public boolean take(long shopId, String owner, Duration time) {
        sql.update(
                "INSERT INTO webhook_lease (shop_id) VALUES (?) ON DUPLICATE KEY UPDATE shop_id = VALUES(shop_id)",
                shopId);
        return lease.take(shopId, owner, time);
    }

    /** Whether the lease is still the owner's, who has it for another while. In a transaction. */
    boolean keep(long shopId, String owner, Duration time) {
        return lease.keep(shopId, owner, time);
    }

    /**
     * In a transaction, which nobody takes the lease from before it is over.
     *
     * @throws LeaseLostException if somebody else has the lease
     */
    void require(long shopId, String owner, Duration time) {
        if (!lease.keep(shopId, owner, time)) {
            throw new LeaseLostException();
        }
    }

    /** @throws LeaseLostException if somebody else has the lease at this moment */
    void look(long shopId, String owner) {
        if (!lease.isOf(shopId, owner)) {
            throw new LeaseLostException();
        }
    }

    /** In a transaction. */
    public void release(long shopId, String owner) {
        lease.release(shopId, owner);
    }

    /** The lease as its owner keeps it while at work. */
    LeaseKeeper.Lease kept(long shopId, String owner, Duration time) {
        return new LeaseKeeper.Lease(
                "the deliveries of shop " + shopId,
                time,
                () -> lease.keep(shopId, owner, time),
                () -> lease.release(shopId, owner));
    }
}

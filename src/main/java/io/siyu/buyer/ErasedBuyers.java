package io.siyu.buyer;

import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Who was erased while orders of theirs were still on the way: a file that is being imported, a delivery that waits for
 * another try. By the keyed hashes of what the person was known by, such an order is given to what is left of the buyer,
 * and the person does not come back with it. Whoever orders again later is somebody new.
 */
@ApplicationScoped
public class ErasedBuyers {
    private final Sql sql;

    ErasedBuyers(Sql sql) {
        this.sql = sql;
    }

    /**
     * To be called while the keys are still there.
     *
     * @param ids the buyer and whoever was merged into it
     */
    void remember(long shopId, long buyerId, List<Long> ids, Instant now) {
        List<Object> params = new ArrayList<>(List.of(buyerId, now, shopId));
        params.addAll(ids);
        sql.update(
                "INSERT INTO buyer_erased_key (shop_id, kind, key_hash, buyer_id, erased_at)"
                        + " SELECT i.shop_id, i.kind, i.key_hash, ?, ? FROM buyer_identity i"
                        + " WHERE i.shop_id = ? AND i.buyer_id IN (" + Sql.places(ids.size()) + ")"
                        + " ON DUPLICATE KEY UPDATE buyer_id = VALUES(buyer_id), erased_at = VALUES(erased_at)",
                params.toArray());
    }

    /** The keys of whoever was erased after orders were received. */
    ErasedKeys since(long shopId, Instant received) {
        ErasedKeys keys = new ErasedKeys();
        sql.forEach(
                "SELECT kind, key_hash, buyer_id FROM buyer_erased_key WHERE shop_id = ? AND erased_at > ?",
                row -> keys.learn(
                        new IdentityKey(row.enumAt("kind", IdentityKind.class), row.bytesAt("key_hash")),
                        row.longAt("buyer_id")),
                shopId,
                received);
        return keys;
    }

    /** When buyers of the shop were erased after one moment and up to another one, the earliest first. */
    public List<Instant> timesBetween(long shopId, Instant after, Instant upTo) {
        return sql.list(
                "SELECT DISTINCT erased_at FROM buyer_erased_key WHERE shop_id = ? AND erased_at > ? AND erased_at <= ?"
                        + " ORDER BY erased_at",
                row -> row.instantAt("erased_at"),
                shopId,
                after,
                upTo);
    }

    int forgetBefore(Instant time, int most) {
        return sql.update("DELETE FROM buyer_erased_key WHERE erased_at < ? LIMIT " + most, time);
    }
}

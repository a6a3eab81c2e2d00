package io.siyu.buyer.match;

import io.siyu.platform.privacy.FieldEncryption;
import io.siyu.platform.privacy.person.PersonFacts;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Who was erased while orders of theirs were still on the way: a file that is being imported, a delivery that waits for
 * another try. By the keyed hashes of what the person was known by, such an order is given to what is left of the buyer,
 * and the person does not come back with it. Whoever orders again later is somebody new.
 */
@ApplicationScoped
public class ErasedBuyers {
    private final Sql sql;
    private final FieldEncryption encryption;

    ErasedBuyers(Sql sql, FieldEncryption encryption) {
        this.encryption = encryption;
        this.sql = sql;
    }

    /**
     * To be called while the keys are still there.
     *
     * @param ids the buyer and whoever was merged into it
     */
    public void remember(long shopId, long buyerId, List<Long> ids, Instant now) {
        sql.update(
                "INSERT INTO buyer_erased_key (shop_id, kind, key_hash, buyer_id, erased_at)"
                        + " SELECT i.shop_id, i.kind, i.key_hash, ?, ? FROM buyer_identity i"
                        + " WHERE i.shop_id = ? AND i.buyer_id IN (" + Sql.places(ids.size()) + ")"
                        + " ON DUPLICATE KEY UPDATE buyer_id = VALUES(buyer_id), erased_at = VALUES(erased_at)",
                InLists.params(ids, buyerId, now, shopId));
    }

    /**
     * What else the person is told by, such as by orders of others who sent presents. To be called after {@link #remember}.
     * Where such a key leads to another buyer, who is known by a platform id as well, it leads there no more.
     */
    public void rememberContacts(long shopId, long buyerId, PersonFacts facts, Instant now) {
        Stream.concat(
                        hashes(shopId, IdentityKind.PHONE, facts.phones(), Contacts::phone),
                        hashes(shopId, IdentityKind.EMAIL, facts.emails(), Contacts::email))
                .forEach(key -> {
                    sql.update(
                            "INSERT INTO buyer_erased_key (shop_id, kind, key_hash, buyer_id, erased_at)"
                                    + " VALUES (?, ?, ?, ?, ?)"
                                    + " ON DUPLICATE KEY UPDATE buyer_id = VALUES(buyer_id), erased_at = VALUES(erased_at)",
                            shopId,
                            key.kind(),
                            key.bytes(),
                            buyerId,
                            now);
                    sql.update(
                            "DELETE i FROM buyer_identity i JOIN buyer b ON b.shop_id = i.shop_id AND b.id = i.buyer_id"
                                    + " WHERE i.shop_id = ? AND i.kind = ? AND i.key_hash = ?"
                                    + " AND b.platform_id IS NOT NULL",
                            shopId,
                            key.kind(),
                            key.bytes());
                });
    }

    private Stream<IdentityKey> hashes(
            long shopId, IdentityKind kind, Set<String> values, UnaryOperator<String> spelled) {
        return values.stream()
                .map(spelled)
                .filter(Objects::nonNull)
                .distinct()
                .map(value -> new IdentityKey(kind, encryption.lookupHash(shopId, kind.name(), value)));
    }

    /**
     * The keys of whoever was erased.
     *
     * @param received when the orders were that they are for
     */
    ErasedKeys keys(long shopId, Instant received) {
        ErasedKeys keys = new ErasedKeys();
        sql.forEach(
                "SELECT kind, key_hash, buyer_id, erased_at FROM buyer_erased_key WHERE shop_id = ?",
                row -> {
                    IdentityKey key = new IdentityKey(row.enumAt("kind", IdentityKind.class), row.bytesAt("key_hash"));
                    Instant erasedAt = row.instantAt("erased_at");
                    if (erasedAt.isAfter(received)) {
                        keys.learn(key, row.longAt("buyer_id"));
                    } else {
                        keys.learnEarlier(key, row.longAt("buyer_id"), erasedAt);
                    }
                },
                shopId);
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

    public int forgetBefore(Instant time, int most) {
        return sql.update("DELETE FROM buyer_erased_key WHERE erased_at < ? LIMIT " + most, time);
    }
}

package io.siyu.platform.privacy;

import com.google.crypto.tink.Aead;
import io.quarkus.runtime.StartupEvent;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.start.RefusedStart;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;

import java.nio.ByteBuffer;
import java.security.MessageDigest;

/**
 * Holds the keys of each start against those that the database was written with: wrong ones that look right would read
 * and find nothing, and write what the right ones never read. Kept is something known, once encrypted under each key that a
 * value may lie under ({@link KeptKeys}) and once hashed, out of which no key follows. The first start writes it.
 */
@Singleton
class KeptCheck {
    private static final int BEFORE_ALL_WORK = Interceptor.Priority.PLATFORM_BEFORE - 2;
    private static final String LOOKUP_KEY = "LOOKUP_KEY";

    private final Aead aead;
    private final byte[] hash;
    private final KeptKeys keys;
    private final StoredValues storedValues;
    private final Sql sql;

    KeptCheck(Keyset keyset, LookupKey lookupKey, KeptKeys keys, StoredValues storedValues, Sql sql) {
        this.aead = keyset.aead();
        // Under a key of its own: a bare hash of the look-up key might be the key that another purpose derives.
        this.hash = lookupKey.derive(KeptKeys.TABLE).of(ByteBuffer.wrap(KeptKeys.KNOWN));
        this.keys = keys;
        this.storedValues = storedValues;
        this.sql = sql;
    }

    void atStart(@Observes @Priority(BEFORE_ALL_WORK) StartupEvent started) {
        hold();
    }

    /** @throws RefusedStart if a key is another than the database's, or one is missing that a value may lie under */
    void hold() {
        KeptKeys.State kept = heldKeyset();
        byte[] hashed = keptHash();
        if (hashed == null) {
            hashed = keepHash();
        }
        if (!MessageDigest.isEqual(hash, hashed)) {
            throw wrongLookupKey();
        }
        keys.adopt(kept);
    }

    private KeptKeys.State heldKeyset() {
        KeptKeys.State kept = keys.read();
        if (kept.newest() == null) {
            if (storedValues.areForeignTo(aead)) {
                throw wrongKeyset();
            }
            keys.keepFirst();
            kept = keys.read();
        }
        if (!keys.opens(kept)) {
            throw wrongKeyset();
        }
        return kept;
    }

    /** @return null if there is none yet */
    private byte[] keptHash() {
        return sql.first(
                        "SELECT known_hash FROM privacy_check WHERE shop_id = ? AND kind = ?",
                        row -> row.bytesAt("known_hash"),
                        KeptKeys.NO_SHOP,
                        LOOKUP_KEY)
                .orElse(null);
    }

    /** Of replicas that start at once, the first one's stays. @return which is kept now */
    private byte[] keepHash() {
        return Contention.untilWon(() -> {
            sql.update(
                    "INSERT INTO privacy_check (shop_id, kind, known_hash) VALUES (?, ?, ?)"
                            + " ON DUPLICATE KEY UPDATE kind = kind",
                    KeptKeys.NO_SHOP,
                    LOOKUP_KEY,
                    hash);
            return keptHash();
        });
    }

    private static RefusedStart wrongKeyset() {
        return new RefusedStart("SIYU_PRIVACY_KEYSET is not the keyset that this database was written with, or"
                + " lacks one of its keys that values are still under: they could not be read, and new data would be lost"
                + " to the right keyset. Start with that one, and with every key that was added to it; see"
                + " docs/operations.md, Keys.");
    }

    private static RefusedStart wrongLookupKey() {
        return new RefusedStart("SIYU_PRIVACY_LOOKUP_KEY (without one, the first key of SIYU_PRIVACY_KEYSET) is not the"
                + " look-up key that this database was written with: no buyer would be found again. Start with that"
                + " one; docs/operations.md, Keys, tells how to change it on purpose.");
    }
}

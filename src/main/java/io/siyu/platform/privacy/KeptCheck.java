package io.siyu.platform.privacy;

import com.google.crypto.tink.Aead;
import io.quarkus.runtime.StartupEvent;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.start.RefusedStart;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;

/**
 * Holds the keys of each start against those that the database was written with: wrong ones that look right would read
 * and find nothing, and write what the right ones never read. Kept is something known, once encrypted and once hashed, out
 * of which no key follows. The first start writes it; {@link Reencryption} takes it along to a new primary key.
 */
@Singleton
class KeptCheck {
    private static final int BEFORE_ALL_WORK = Interceptor.Priority.PLATFORM_BEFORE - 2;
    private static final String TABLE = "privacy_check";
    private static final String KEYSET = "KEYSET";
    private static final String LOOKUP_KEY = "LOOKUP_KEY";
    private static final byte[] KNOWN = "siyu key check v1".getBytes(StandardCharsets.UTF_8);

    /** The database as a whole is of no shop; its rows lie as if there were one with this number. */
    private static final long NO_SHOP = 0;

    private final Aead aead;
    private final byte[] hash;
    private final StoredValues storedValues;
    private final Sql sql;

    KeptCheck(Keyset keyset, LookupKey lookupKey, StoredValues storedValues, Sql sql) {
        this.aead = keyset.aead();
        // Under a key of its own: a bare hash of the look-up key might be the key that another purpose derives.
        this.hash = lookupKey.derive(TABLE).of(ByteBuffer.wrap(KNOWN));
        this.storedValues = storedValues;
        this.sql = sql;
    }

    @Produces
    @Singleton
    static EncryptedTable encryptedCheck() {
        return new EncryptedTable(TABLE, "1", Map.of("known_enc", (shopId, id) -> context()), 1);
    }

    void atStart(@Observes @Priority(BEFORE_ALL_WORK) StartupEvent started) {
        hold();
    }

    /** @throws RefusedStart if one of the keys is another than the database's */
    void hold() {
        byte[] encrypted = kept(KEYSET, "known_enc");
        if (encrypted == null) {
            if (storedValues.areForeignTo(aead)) {
                throw wrongKeyset();
            }
            encrypted = keep(KEYSET, "known_enc", encrypt());
        }
        if (!opens(encrypted)) {
            throw wrongKeyset();
        }
        byte[] hashed = kept(LOOKUP_KEY, "known_hash");
        if (hashed == null) {
            hashed = keep(LOOKUP_KEY, "known_hash", hash);
        }
        if (!MessageDigest.isEqual(hash, hashed)) {
            throw wrongLookupKey();
        }
    }

    /** @return null if there is none yet */
    private byte[] kept(String kind, String column) {
        return sql.first(
                        "SELECT " + column + " FROM privacy_check WHERE shop_id = ? AND kind = ?",
                        row -> row.bytesAt(column),
                        NO_SHOP,
                        kind)
                .orElse(null);
    }

    /** Of replicas that start at once, the first one's stays. @return which is kept now */
    private byte[] keep(String kind, String column, byte[] known) {
        return Contention.untilWon(() -> {
            sql.update(
                    "INSERT INTO privacy_check (shop_id, kind, " + column + ") VALUES (?, ?, ?)"
                            + " ON DUPLICATE KEY UPDATE kind = kind",
                    NO_SHOP,
                    kind,
                    known);
            return kept(kind, column);
        });
    }

    private byte[] encrypt() {
        try {
            return aead.encrypt(KNOWN, context());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The keyset encrypts nothing", e);
        }
    }

    private boolean opens(byte[] encrypted) {
        try {
            return Arrays.equals(aead.decrypt(encrypted, context()), KNOWN);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static byte[] context() {
        return FieldEncryption.context(NO_SHOP, TABLE);
    }

    private static RefusedStart wrongKeyset() {
        return new RefusedStart("SIYU_PRIVACY_KEYSET is not the keyset that this database was written with: nothing"
                + " personal could be read, and new data would be lost to the right keyset. Start with that one, and"
                + " with every key that was added to it; see docs/operations.md, Keys.");
    }

    private static RefusedStart wrongLookupKey() {
        return new RefusedStart("SIYU_PRIVACY_LOOKUP_KEY (without one, the first key of SIYU_PRIVACY_KEYSET) is not the"
                + " look-up key that this database was written with: no buyer would be found again. Start with that"
                + " one; docs/operations.md, Keys, tells how to change it on purpose.");
    }
}

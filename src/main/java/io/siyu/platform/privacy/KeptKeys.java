package io.siyu.platform.privacy;

import io.siyu.platform.sql.Contention;
import io.siyu.platform.sql.Sql;

import jakarta.inject.Singleton;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the database has of its keys: something known under each of them that a value may lie under, and once more under the
 * one that a start has made the primary one last. A key's row is written before its first value, and goes behind the last.
 */
@Singleton
class KeptKeys {
    static final String TABLE = "privacy_check";

    /** The database as a whole is of no shop; its rows lie as if there were one with this number. */
    static final long NO_SHOP = 0;

    private static final String NEWEST = "KEYSET";
    private static final String KEY = "KEY:";
    /** What is kept under each key, and hashed. */
    static final byte[] KNOWN = "siyu key check v1".getBytes(StandardCharsets.UTF_8);

    private static final byte[] CONTEXT = FieldEncryption.context(NO_SHOP, TABLE);

    private final Keyset keyset;
    private final Sql sql;

    KeptKeys(Keyset keyset, Sql sql) {
        this.keyset = keyset;
        this.sql = sql;
    }

    /**
     * Each of them as the value that is kept under it.
     *
     * @param newest null before the first start
     * @param each by the names of their rows
     */
    record State(byte[] newest, Map<String, byte[]> each) {
        Optional<ValueKey> newestKey() {
            return Optional.ofNullable(newest).map(ValueKey::of);
        }

        /** Those that may leave once nothing is under them. */
        List<ValueKey> older() {
            return each.values().stream()
                    .map(ValueKey::of)
                    .filter(key -> newestKey().stream().noneMatch(one -> one.id() == key.id()))
                    .toList();
        }

        private boolean has(ValueKey key) {
            return each.containsKey(nameOf(key));
        }
    }

    State read() {
        Map<String, byte[]> rows = new TreeMap<>();
        sql.forEach(
                "SELECT kind, known_enc FROM privacy_check WHERE shop_id = ? AND known_enc IS NOT NULL",
                row -> rows.put(row.textAt("kind"), row.bytesAt("known_enc")),
                NO_SHOP);
        byte[] newest = rows.remove(NEWEST);
        return new State(newest, rows);
    }

    /** Of replicas that start at once the first one's stays. */
    void keepFirst() {
        keep(NEWEST, known(keyset));
    }

    /** Whether the keyset at hand has every key that a value may lie under. */
    boolean opens(State state) {
        return opens(state.newest()) && state.each().values().stream().allMatch(this::opens);
    }

    /**
     * The own primary key is the one now that all values are to come under.
     *
     * @param state as it was, which these keys open
     */
    void adopt(State state) {
        if (state.each().isEmpty()) {
            // Under which of them values are is not known yet; what none is under goes again.
            keyset.withEachAsPrimary().forEach(this::keepKey);
        } else {
            keepOwn(state);
        }
        if (!keyset.primary().isOf(state.newest())) {
            Contention.untilWon(() -> sql.update(
                    "UPDATE privacy_check SET known_enc = ? WHERE shop_id = ? AND kind = ?",
                    known(keyset),
                    NO_SHOP,
                    NEWEST));
        }
    }

    /** A replica that still encrypts under an older key says so again, should another one have found nothing under it. */
    void keepOwn(State state) {
        if (!state.has(keyset.primary())) {
            keepKey(keyset);
        }
    }

    void drop(ValueKey key) {
        sql.update("DELETE FROM privacy_check WHERE shop_id = ? AND kind = ?", NO_SHOP, nameOf(key));
    }

    private void keepKey(Keyset keys) {
        keep(nameOf(keys.primary()), known(keys));
    }

    private void keep(String kind, byte[] known) {
        Contention.untilWon(() -> sql.update(
                "INSERT INTO privacy_check (shop_id, kind, known_enc) VALUES (?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE kind = kind",
                NO_SHOP,
                kind,
                known));
    }

    private static String nameOf(ValueKey key) {
        return KEY + key.id();
    }

    private static byte[] known(Keyset keys) {
        try {
            return keys.aead().encrypt(KNOWN, CONTEXT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The keyset encrypts nothing", e);
        }
    }

    private boolean opens(byte[] encrypted) {
        try {
            return Arrays.equals(keyset.aead().decrypt(encrypted, CONTEXT), KNOWN);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}

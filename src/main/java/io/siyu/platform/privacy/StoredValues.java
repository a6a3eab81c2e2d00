package io.siyu.platform.privacy;

import com.google.crypto.tink.Aead;
import io.quarkus.arc.All;
import io.siyu.platform.sql.Sql;

import jakarta.inject.Singleton;

import java.security.GeneralSecurityException;
import java.util.List;

/** Some of what is encrypted in the database, to try keys on of which nothing else is known. */
@Singleton
class StoredValues {
    /** Of each column. One value may be damaged without telling anything of the keys. */
    private static final int TRIED = 3;

    private final List<EncryptedTable> tables;
    private final Sql sql;

    StoredValues(@All List<EncryptedTable> tables, Sql sql) {
        this.tables = tables;
        this.sql = sql;
    }

    private record Stored(byte[] value, byte[] context) {}

    /** Whether there are values and the keys open none of them. */
    boolean areForeignTo(Aead keys) {
        boolean isAnyTried = false;
        for (EncryptedTable table : tables) {
            for (String column : table.bindings().keySet()) {
                for (Stored stored : some(table, column)) {
                    if (opens(keys, stored)) {
                        return false;
                    }
                    isAnyTried = true;
                }
            }
        }
        return isAnyTried;
    }

    private List<Stored> some(EncryptedTable table, String column) {
        return sql.list(
                "SELECT shop_id, " + table.id() + " AS row_id, " + column + " AS value_enc FROM " + table.name()
                        + " WHERE " + column + " IS NOT NULL LIMIT " + TRIED,
                row -> new Stored(
                        row.bytesAt("value_enc"),
                        table.bindings().get(column).context(row.longAt("shop_id"), row.longAt("row_id"))));
    }

    private static boolean opens(Aead keys, Stored stored) {
        try {
            keys.decrypt(stored.value(), stored.context());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}

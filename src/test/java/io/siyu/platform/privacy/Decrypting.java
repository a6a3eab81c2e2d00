package io.siyu.platform.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** Reads what is stored encrypted, with the keys of the application. */
@ApplicationScoped
public class Decrypting {
    @Inject
    Keyset keyset;

    public String text(EncryptedTable table, String column, long shopId, long id, byte[] value) {
        try {
            return new String(
                    keyset.aead().decrypt(value, table.bindings().get(column).context(shopId, id)),
                    StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(column + " of " + table.name() + " does not decrypt", e);
        }
    }
}

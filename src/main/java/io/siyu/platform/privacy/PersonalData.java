package io.siyu.platform.privacy;

import com.google.crypto.tink.Aead;

import jakarta.inject.Singleton;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Keeps personal values unreadable at rest: encrypted for showing, hashed with a key for finding. A value is bound to
 * its shop and field, so that one copied elsewhere does not decrypt.
 */
@Singleton
public class PersonalData {
    private final Aead aead;
    private final KeyedHash hash;

    PersonalData(Keyset keyset) {
        this.aead = keyset.aead();
        this.hash = keyset.lookupHash();
    }

    /** @return null for null */
    public byte[] encrypt(long shopId, String field, String value) {
        if (value == null) {
            return null;
        }
        try {
            return aead.encrypt(value.getBytes(StandardCharsets.UTF_8), context(shopId, field));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A personal value cannot be encrypted", e);
        }
    }

    /** @return null for null */
    public String decrypt(long shopId, String field, byte[] encrypted) {
        if (encrypted == null) {
            return null;
        }
        try {
            return new String(aead.decrypt(encrypted, context(shopId, field)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "A personal value cannot be decrypted: is siyu.privacy.keyset the one it was written with?", e);
        }
    }

    /** 32 bytes that find the value again; the same value has another hash in another shop and field. */
    public byte[] lookupHash(long shopId, String field, String value) {
        return hash.of(context(shopId, field), value.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] context(long shopId, String field) {
        byte[] name = field.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Long.BYTES + name.length)
                .putLong(shopId)
                .put(name)
                .array();
    }
}

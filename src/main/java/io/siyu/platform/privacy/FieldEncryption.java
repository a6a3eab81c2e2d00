package io.siyu.platform.privacy;

import com.google.crypto.tink.Aead;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps personal values unreadable at rest: encrypted for showing, hashed with a key for finding. A value is bound to
 * its shop and field, so that one copied elsewhere does not decrypt.
 */
@Singleton
public class FieldEncryption {
    private final Aead aead;
    private final KeyedHash hash;
    private final ValueKey primary;
    private final Set<Long> keyIds;

    @Inject
    FieldEncryption(Keyset keyset, LookupKey lookupKey) {
        this.aead = keyset.aead();
        this.hash = lookupKey.hash();
        this.primary = keyset.primary();
        this.keyIds = keyset.ids();
    }

    /** With look-ups under the key that is derived from the keyset. */
    FieldEncryption(Keyset keyset) {
        this(keyset, new LookupKey(Optional.empty(), keyset));
    }

    /** The key that values are encrypted under now. */
    ValueKey primary() {
        return primary;
    }

    boolean isUnderPrimary(byte[] encrypted) {
        return primary.isOf(encrypted);
    }

    /** Whether a value tells of a key that is none of these: with that one it would open. */
    boolean lacksKeyOf(byte[] encrypted) {
        ValueKey key = ValueKey.of(encrypted);
        return key.isTold() && !keyIds.contains(key.id());
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

    /**
     * Encrypts a value under the primary key that may be under another one.
     *
     * @param context what it is bound to, before and after
     * @throws GeneralSecurityException if it does not decrypt
     */
    byte[] renew(byte[] encrypted, byte[] context) throws GeneralSecurityException {
        return aead.encrypt(aead.decrypt(encrypted, context), context);
    }

    /** 32 bytes that find the value again; the same value has another hash in another shop and field. */
    public byte[] lookupHash(long shopId, String field, String value) {
        return lookupHash(shopId, field, ByteBuffer.wrap(value.getBytes(StandardCharsets.UTF_8)));
    }

    /** @param value in UTF-8; read to its end */
    public byte[] lookupHash(long shopId, String field, ByteBuffer value) {
        return hash.of(ByteBuffer.wrap(context(shopId, field)), value);
    }

    static byte[] context(long shopId, String field) {
        byte[] name = field.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Long.BYTES + name.length)
                .putLong(shopId)
                .put(name)
                .array();
    }
}

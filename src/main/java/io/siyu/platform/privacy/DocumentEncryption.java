package io.siyu.platform.privacy;

import com.google.crypto.tink.Aead;

import jakarta.inject.Singleton;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Keeps whole documents and secrets unreadable at rest, with the keys of personal data. What is encrypted is bound to
 * its shop, kind and id: copied to another place it does not open.
 */
@Singleton
public class DocumentEncryption {
    private final Aead aead;

    DocumentEncryption(Keyset keyset) {
        this.aead = keyset.aead();
    }

    /** @param id tells apart things of one kind in a shop */
    public byte[] seal(long shopId, String kind, long id, byte[] value) {
        try {
            return aead.encrypt(value, context(shopId, kind, id));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A value cannot be encrypted", e);
        }
    }

    public byte[] open(long shopId, String kind, long id, byte[] sealed) {
        try {
            return aead.decrypt(sealed, context(shopId, kind, id));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "A value cannot be decrypted: is siyu.privacy.keyset the one it was written with?", e);
        }
    }

    /** What a value is bound to. No personal field's name starts so: the two never mean each other. */
    public static byte[] context(long shopId, String kind, long id) {
        byte[] name = ("sealed:" + kind).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 * Long.BYTES + name.length)
                .putLong(shopId)
                .put(name)
                .putLong(id)
                .array();
    }
}

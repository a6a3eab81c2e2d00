package io.siyu.platform.privacy;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;

/** HMAC-SHA-256 with one key. */
public final class KeyedHash {
    private static final String ALGORITHM = "HmacSHA256";
    /** A Mac keeps state and is used by one thread at a time; it is as new when it has told its hash. */
    private final ThreadLocal<Mac> mac;

    KeyedHash(byte[] key) {
        SecretKeySpec spec = new SecretKeySpec(key, ALGORITHM);
        mac = ThreadLocal.withInitial(() -> keyed(spec));
    }

    /** The hash of the parts, each with its length, so that no two lists of parts look the same. */
    public byte[] of(ByteBuffer... parts) {
        Mac hash = mac.get();
        ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);
        for (ByteBuffer part : parts) {
            hash.update(length.clear().putInt(part.remaining()).flip());
            hash.update(part);
        }
        return hash.doFinal();
    }

    /** The hash of a message as it is: what those sign with who share a secret with us. */
    public static byte[] signature(byte[] secret, byte[] message) {
        return keyed(new SecretKeySpec(secret, ALGORITHM)).doFinal(message);
    }

    private static Mac keyed(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + ALGORITHM, e);
        }
    }
}

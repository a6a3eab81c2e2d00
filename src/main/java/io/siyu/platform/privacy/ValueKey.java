package io.siyu.platform.privacy;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The key that a value is under, as the value tells: Tink writes the key's id before it, which is all that it takes to count
 * what is under another key, also for a replica that does not have this one.
 */
record ValueKey(byte[] prefix) {
    private static final byte TINK = 1;
    private static final int LENGTH = 1 + Integer.BYTES;
    private static final ValueKey UNTOLD = new ValueKey(new byte[0]);

    /** @param value encrypted, or what every value under the key begins with */
    static ValueKey of(byte[] value) {
        return value.length < LENGTH || value[0] != TINK ? UNTOLD : new ValueKey(Arrays.copyOf(value, LENGTH));
    }

    /** The number that a keyset knows it by; 0 where values do not tell. */
    long id() {
        return prefix.length == 0
                ? 0
                : Integer.toUnsignedLong(ByteBuffer.wrap(prefix).getInt(1));
    }

    boolean isTold() {
        return prefix.length > 0;
    }

    boolean isOf(byte[] value) {
        return value.length >= prefix.length && Arrays.equals(value, 0, prefix.length, prefix, 0, prefix.length);
    }
}

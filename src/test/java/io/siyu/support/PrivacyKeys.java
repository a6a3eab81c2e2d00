package io.siyu.support;

import java.security.SecureRandom;
import java.util.Base64;

/** The keys for personal values that an operator gives the packaged application, made as README says. */
public final class PrivacyKeys {
    private static final byte[] KEY_HEADER = {0x1a, 0x20};
    private static final int KEY_BYTES = 32;
    private static final String KEYSET = keyset(1, newKey(1));

    private PrivacyKeys() {}

    /** The same for all services of a test run, as it must be for replicas. */
    public static String keyset() {
        return KEYSET;
    }

    /** Made of keys as {@link #newKey} makes them, the one with this number encrypting. */
    public static String keyset(int primary, String... keys) {
        return "{\"primaryKeyId\":" + primary + ",\"key\":[" + String.join(",", keys) + "]}";
    }

    public static String newKey(int id) {
        byte[] key = random(KEY_HEADER.length + KEY_BYTES);
        System.arraycopy(KEY_HEADER, 0, key, 0, KEY_HEADER.length);
        return """
                {"keyData":{"typeUrl":"type.googleapis.com/google.crypto.tink.AesGcmKey",\
                "value":"%s","keyMaterialType":"SYMMETRIC"},"status":"ENABLED","keyId":%d,"outputPrefixType":"TINK"}\
                """.formatted(Base64.getEncoder().encodeToString(key), id);
    }

    public static String newLookupKey() {
        return Base64.getEncoder().encodeToString(random(KEY_BYTES));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
